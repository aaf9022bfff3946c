package org.foramen.contract.details;

import org.foramen.contract.name.WireName;

/** A treatment that a person has tried. */
public enum Treatment implements WireName {
    MEDICINE,
    PHYSICAL_THERAPY,
    INJECTIONS,
    SURGERY,
    OTHER
}
