package org.foramen.contract.details;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How long a person has had the problem. */
public enum HowLong {
    WEEKS,
    MONTHS,
    YEAR,
    LONGER;

    /** The name in JSON and in forms. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
