package org.foramen.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a person agreed to e-mail. */
public enum ConsentChannel {
    /** On a page of ours, which showed the words. */
    PAGE,
    /** In a program of somebody else, which had to show them. */
    API;

    /** The name in JSON. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
