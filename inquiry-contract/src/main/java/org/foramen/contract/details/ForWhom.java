package org.foramen.contract.details;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whom an inquiry is about. */
public enum ForWhom {
    ME("me"),
    SOMEONE_ELSE("someone-else");

    private final String wireName;

    ForWhom(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON and in forms. */
    @JsonValue
    public String wireName() {
        return wireName;
    }
}
