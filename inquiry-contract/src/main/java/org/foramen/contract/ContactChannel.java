package org.foramen.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a person wants the clinic to answer. */
public enum ContactChannel {
    EMAIL,
    PHONE;

    /** The name in JSON and in forms. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
