package org.foramen.contract.details;

import org.foramen.contract.name.WireName;

/** When a person is best called. */
public enum BestTime implements WireName {
    MORNING,
    AFTERNOON,
    ANY
}
