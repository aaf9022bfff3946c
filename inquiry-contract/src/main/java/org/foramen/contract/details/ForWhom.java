package org.foramen.contract.details;

import org.foramen.contract.name.WireName;

/** Whom an inquiry is about. */
public enum ForWhom implements WireName {
    ME,
    SOMEONE_ELSE
}
