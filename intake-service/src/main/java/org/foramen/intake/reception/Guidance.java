package org.foramen.intake.reception;

import java.util.Locale;

/** What a person must read before anything else. */
public enum Guidance {
    NONE,
    /** Signs of an emergency: call 911. */
    EMERGENCY,
    /** Signs of a wish to die: call or text 988. */
    CRISIS;

    /** The name in addresses, such as {@code emergency}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
