package org.foramen.contract;

import java.util.Optional;
import org.foramen.contract.name.WireName;

/** Why an inquiry may be no person's, or no patient's: the clinic looks twice and decides. */
public enum Suspicion implements WireName {
    HIDDEN_FIELD,
    NO_PROOF_OF_WORK,
    LINKS,
    /** Its words are an offer's or an office's. */
    NOT_A_PATIENT,
    /** Another inquiry was sent with the same form before. */
    FORM_SENT_BEFORE;

    /** Empty where only another version knows the code. */
    public static Optional<Suspicion> of(String wireName) {
        return WireName.find(values(), wireName);
    }
}
