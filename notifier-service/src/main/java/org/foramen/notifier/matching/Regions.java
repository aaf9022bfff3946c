package org.foramen.notifier.matching;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.foramen.content.language.assertion.Assertions;
import org.foramen.content.language.assertion.Doubt;
import org.foramen.content.language.phrase.Phrasebook;
import org.foramen.content.language.phrase.Reading;
import org.foramen.content.language.text.Span;
import org.foramen.contract.Region;

/** Finds the part of the spine: what is named beats the form, the form beats what is only implied. */
final class Regions {

    private static final Set<Region> REAL = EnumSet.complementOf(EnumSet.of(Region.UNSPECIFIED));

    private static final Set<Doubt> DENIED = EnumSet.of(Doubt.DENIED);

    private static final Set<Doubt> NOT_NOW = EnumSet.of(Doubt.DENIED, Doubt.PAST, Doubt.SOMEONE_ELSE);

    private static final Set<Doubt> ANY = EnumSet.allOf(Doubt.class);

    private final Phrasebook phrasebook;

    private final Map<Region, String> named = new EnumMap<>(Region.class);

    private final Map<Region, String> implied = new EnumMap<>(Region.class);

    private final Map<String, Set<Region>> byChoice = new HashMap<>();

    Regions(Phrasebook phrasebook) {
        this.phrasebook = phrasebook;
        for (Region region : REAL) {
            named.put(region, ListNames.named(region));
            implied.put(region, ListNames.implied(region));
        }
        for (Region choice : Region.values()) {
            byChoice.put(choice.wireName(), namedIn(choice.wireName()));
        }
    }

    /** @param chosen what was chosen in the form, or nothing */
    Region of(Reading message, String chosen) {
        Set<Region> current = said(named, message, NOT_NOW);
        Set<Region> any = current.isEmpty() ? said(named, message, DENIED) : current;
        if (!any.isEmpty()) {
            return only(any);
        }
        Set<Region> known = byChoice.get(chosen);
        Set<Region> inForm = known != null ? known : namedIn(chosen);
        return only(inForm.isEmpty() ? said(implied, message, Set.of()) : inForm);
    }

    private Set<Region> namedIn(String choice) {
        return said(named, phrasebook.read(choice), ANY);
    }

    /** The regions said without any of these doubts. */
    private static Set<Region> said(Map<Region, String> lists, Reading reading, Set<Doubt> doubts) {
        Set<Region> said = EnumSet.noneOf(Region.class);
        lists.forEach((region, list) -> {
            for (Span span : reading.find(list)) {
                if (Collections.disjoint(doubts, Assertions.doubts(span, reading))) {
                    said.add(region);
                    break;
                }
            }
        });
        return said;
    }

    private static Region only(Set<Region> regions) {
        return regions.size() == 1 ? regions.iterator().next() : Region.UNSPECIFIED;
    }
}
