package org.foramen.contract;

/** Which of the two forms a visitor filled in. */
public enum InquiryKind implements WireName {
    CONTACT,
    CONSIDERING_PROCEDURE
}
