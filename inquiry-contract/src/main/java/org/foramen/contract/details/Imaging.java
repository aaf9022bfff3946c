package org.foramen.contract.details;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether there are scans of the spine, such as an MRI. */
public enum Imaging {
    YES,
    NO,
    UNSURE;

    /** The name in JSON and in forms. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
