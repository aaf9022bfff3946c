package org.foramen.contract.details;

import org.foramen.contract.WireName;

/** Whom an inquiry is about. */
public enum ForWhom implements WireName {
    ME,
    SOMEONE_ELSE
}
