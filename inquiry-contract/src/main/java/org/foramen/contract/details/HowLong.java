package org.foramen.contract.details;

import org.foramen.contract.name.WireName;

/** How long a person has had the problem. */
public enum HowLong implements WireName {
    WEEKS,
    MONTHS,
    YEAR,
    LONGER
}
