package org.foramen.contract;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which of the two forms a visitor filled in. */
public enum InquiryKind {
    CONTACT("contact"),
    CONSIDERING_PROCEDURE("considering-procedure");

    private final String wireName;

    InquiryKind(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON and in forms. */
    @JsonValue
    public String wireName() {
        return wireName;
    }
}
