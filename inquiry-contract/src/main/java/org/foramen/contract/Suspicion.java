package org.foramen.contract;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why an inquiry may be no person's, or no patient's: the clinic looks twice and decides. */
public enum Suspicion {
    HIDDEN_FIELD,
    NO_PROOF_OF_WORK,
    LINKS,
    /** Its words are an offer's or an office's. */
    NOT_A_PATIENT,
    /** Another inquiry was sent with the same form before. */
    FORM_SENT_BEFORE;

    /** The code in an event, such as {@code hidden-field}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty where only another version knows the code. */
    public static Optional<Suspicion> of(String wireName) {
        return Stream.of(values())
                .filter(suspicion -> suspicion.wireName().equals(wireName))
                .findFirst();
    }
}
