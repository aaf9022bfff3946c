package org.foramen.contract.details;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** When a person is best called. */
public enum BestTime {
    MORNING,
    AFTERNOON,
    ANY;

    /** The name in JSON and in forms. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
