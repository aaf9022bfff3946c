package org.foramen.contract;

/** The part of the spine that an inquiry is about. */
public enum Region implements WireName {
    NECK,
    UPPER_BACK,
    LOWER_BACK,
    UNSPECIFIED
}
