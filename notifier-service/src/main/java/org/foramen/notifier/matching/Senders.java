package org.foramen.notifier.matching;

import java.util.Optional;
import org.foramen.content.phrases.Reading;

/** Tells business mail, withdrawals and tests from patients. */
final class Senders {

    private static final int ENOUGH_OFFERS = 2;

    private final MatchingFile.SenderSayings sayings;

    Senders(MatchingFile.SenderSayings sayings) {
        this.sayings = sayings;
    }

    /** What makes this mail not a patient's, if anything does. */
    Optional<String> business(Reading reading) {
        Optional<String> certain = sayings.business().keySet().stream()
                .sorted()
                .filter(what -> !reading.find(Lists.business(what)).isEmpty())
                .findFirst();
        if (certain.isPresent()) {
            return certain;
        }
        return reading.find(Lists.PATIENT).isEmpty() && isHinted(reading)
                ? Optional.of("an offer or office mail")
                : Optional.empty();
    }

    private static boolean isHinted(Reading reading) {
        return !reading.find(Lists.BUSINESS_HINTS).isEmpty()
                || reading.find(Lists.OFFERS).size() >= ENOUGH_OFFERS;
    }
}
