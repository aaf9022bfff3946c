package org.foramen.contract.details;

import org.foramen.contract.name.WireName;

/** Whether there are scans of the spine, such as an MRI. */
public enum Imaging implements WireName {
    YES,
    NO,
    UNSURE
}
