package org.foramen.contract;

import org.foramen.contract.name.WireName;

/** Which of the two forms a visitor filled in. */
public enum InquiryKind implements WireName {
    CONTACT,
    CONSIDERING_PROCEDURE
}
