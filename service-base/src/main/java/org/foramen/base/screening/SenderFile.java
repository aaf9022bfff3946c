package org.foramen.base.screening;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.foramen.content.language.assertion.AssertionSayings;
import org.foramen.content.language.phrase.Sayings;

/** The content of {@code language/senders}. */
record SenderFile(Map<String, Sayings> words, Senders senders) {

    static final String BUSINESS_HINTS = "business hints";

    static final String OFFERS = "offers";

    static final String PATIENT = "patient";

    SenderFile {
        Objects.requireNonNull(words, "the part \"words\" is missing");
        Objects.requireNonNull(senders, "the part \"senders\" is missing");
    }

    /**
     * What only business mail says; where no patient's word stands beside it, one hint or two words of an offer are
     * enough too.
     */
    record Senders(Map<String, Sayings> business, Sayings businessHints, Sayings offers, Sayings patient) {}

    static String business(String what) {
        return "business " + what;
    }

    /** All lists of phrases by name. */
    Map<String, Sayings> lists(AssertionSayings shared) {
        Map<String, Sayings> lists = new HashMap<>(words);
        senders.business().forEach((what, sayings) -> lists.put(business(what), sayings));
        lists.put(BUSINESS_HINTS, senders.businessHints());
        lists.put(OFFERS, senders.offers());
        lists.put(PATIENT, senders.patient());
        shared.addTo(lists);
        return lists;
    }
}
