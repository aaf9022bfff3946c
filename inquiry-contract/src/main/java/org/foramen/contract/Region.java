package org.foramen.contract;

import org.foramen.contract.name.WireName;

/** The part of the spine that an inquiry is about. */
public enum Region implements WireName {
    NECK,
    UPPER_BACK,
    LOWER_BACK,
    UNSPECIFIED
}
