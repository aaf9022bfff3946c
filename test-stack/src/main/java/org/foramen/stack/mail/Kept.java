package org.foramen.stack.mail;

/** How much a mail server remembers of the mails that it takes. */
public enum Kept {
    WHOLE,
    /** The headers only, to remember many. */
    HEADERS,
    NOTHING
}
