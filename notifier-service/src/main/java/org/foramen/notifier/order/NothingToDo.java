package org.foramen.notifier.order;

/** Why the front desk is asked to do nothing about an inquiry. */
public enum NothingToDo {
    /** Somebody reached the person, or closed the case, before the mail went. */
    DONE,
    SPAM,
    /** There is neither a number nor an address that may be written to. */
    UNREACHABLE
}
