package org.foramen.notifier.matching;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.foramen.content.phrases.Assertions;
import org.foramen.content.phrases.Doubt;
import org.foramen.content.phrases.Reading;
import org.foramen.contract.Region;

/** Finds the part of the spine: what is named beats the form, the form beats what is only implied. */
final class Regions {

    private static final Set<Region> REAL = EnumSet.of(Region.NECK, Region.LOWER_BACK);

    private Regions() {}

    /** @param chosen what was chosen in the form, asked for where it is needed */
    static Region of(Reading message, Supplier<Reading> chosen) {
        Set<Region> current = named(message, doubts -> doubts.stream().noneMatch(Regions::takesAway));
        Set<Region> named = current.isEmpty() ? named(message, doubts -> !doubts.contains(Doubt.DENIED)) : current;
        if (!named.isEmpty()) {
            return only(named);
        }
        Set<Region> inForm = named(chosen.get(), Set::isEmpty);
        return inForm.isEmpty() ? only(implied(message)) : only(inForm);
    }

    private static boolean takesAway(Doubt doubt) {
        return doubt != Doubt.HYPOTHETICAL;
    }

    private static Set<Region> named(Reading reading, Predicate<Set<Doubt>> counts) {
        Set<Region> found = EnumSet.noneOf(Region.class);
        for (Region region : REAL) {
            if (reading.find(Lists.named(region)).stream()
                    .anyMatch(span -> counts.test(Assertions.doubts(span, reading)))) {
                found.add(region);
            }
        }
        return found;
    }

    private static Set<Region> implied(Reading reading) {
        Set<Region> found = EnumSet.noneOf(Region.class);
        for (Region region : REAL) {
            if (!reading.find(Lists.implied(region)).isEmpty()) {
                found.add(region);
            }
        }
        return found;
    }

    private static Region only(Set<Region> regions) {
        return regions.size() == 1 ? regions.iterator().next() : Region.UNSPECIFIED;
    }
}
