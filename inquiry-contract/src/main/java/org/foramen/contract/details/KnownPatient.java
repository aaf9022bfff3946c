package org.foramen.contract.details;

import org.foramen.contract.name.WireName;

/** Whether a person is the clinic's patient already. */
public enum KnownPatient implements WireName {
    YES,
    NO,
    UNSURE
}
