package org.foramen.intake.screening;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which emergency text a visitor reads first, the gravest last. */
public enum Guidance {
    NONE,
    /** Call 911. */
    EMERGENCY,
    /** Call or text 988. */
    CRISIS;

    /** The name in files and in addresses, such as {@code emergency}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
