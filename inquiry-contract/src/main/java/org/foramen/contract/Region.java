package org.foramen.contract;

import com.fasterxml.jackson.annotation.JsonValue;

/** The part of the spine that an inquiry is about. */
public enum Region {
    NECK("neck"),
    UPPER_BACK("upper-back"),
    LOWER_BACK("lower-back"),
    UNSPECIFIED("unspecified");

    private final String wireName;

    Region(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON and in forms. */
    @JsonValue
    public String wireName() {
        return wireName;
    }
}
