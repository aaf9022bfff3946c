package org.foramen.notifier.matching;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.foramen.content.language.Reading;

/** Tells business mail, withdrawals and tests from patients. */
final class Senders {

    private static final int ENOUGH_OFFERS = 2;

    private final List<Saying> business;

    Senders(MatchingFile.SenderSayings sayings) {
        this.business = Saying.all(sayings.business().keySet(), Lists::business);
    }

    /** What makes this mail not a patient's, if anything does. */
    Optional<String> business(Reading reading) {
        for (Saying certain : business) {
            if (!reading.find(certain.list()).isEmpty()) {
                return Optional.of(certain.what());
            }
        }
        return reading.find(Lists.PATIENT).isEmpty() && isHinted(reading)
                ? Optional.of("an offer or office mail")
                : Optional.empty();
    }

    /** The lists that tell. */
    Stream<String> lists() {
        return Stream.concat(
                business.stream().map(Saying::list), Stream.of(Lists.BUSINESS_HINTS, Lists.OFFERS, Lists.PATIENT));
    }

    private static boolean isHinted(Reading reading) {
        return !reading.find(Lists.BUSINESS_HINTS).isEmpty()
                || reading.find(Lists.OFFERS).size() >= ENOUGH_OFFERS;
    }
}
