package org.foramen.contract.details;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a person is the clinic's patient already. */
public enum KnownPatient {
    YES,
    NO,
    UNSURE;

    /** The name in JSON and in forms. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
