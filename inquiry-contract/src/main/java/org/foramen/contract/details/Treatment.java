package org.foramen.contract.details;

import com.fasterxml.jackson.annotation.JsonValue;

/** A treatment that a person has tried. */
public enum Treatment {
    MEDICINE("medicine"),
    PHYSICAL_THERAPY("physical-therapy"),
    INJECTIONS("injections"),
    SURGERY("surgery"),
    OTHER("other");

    private final String wireName;

    Treatment(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON and in forms. */
    @JsonValue
    public String wireName() {
        return wireName;
    }
}
