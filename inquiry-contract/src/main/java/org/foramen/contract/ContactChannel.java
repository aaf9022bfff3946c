package org.foramen.contract;

/** How a person wants the clinic to answer. */
public enum ContactChannel implements WireName {
    EMAIL,
    PHONE
}
