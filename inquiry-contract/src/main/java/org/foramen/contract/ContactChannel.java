package org.foramen.contract;

import org.foramen.contract.name.WireName;

/** How a person wants the clinic to answer. */
public enum ContactChannel implements WireName {
    EMAIL,
    PHONE
}
