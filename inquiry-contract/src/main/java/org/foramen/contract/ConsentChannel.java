package org.foramen.contract;

import org.foramen.contract.name.WireName;

/** Where a person agreed to e-mail. */
public enum ConsentChannel implements WireName {
    /** On a page of ours, which showed the words. */
    PAGE,
    /** In a program of somebody else, which had to show them. */
    API
}
