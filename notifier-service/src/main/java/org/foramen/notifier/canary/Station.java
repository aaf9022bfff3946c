package org.foramen.notifier.canary;

import org.foramen.contract.name.WireName;

/** Where an inquiry of our own was seen last, in the order of the way. */
enum Station implements WireName {
    /** The intake did not take it. */
    NOWHERE,
    /** The intake gave a receipt. */
    INTAKE,
    /** The notifier has read it from Kafka. */
    NOTIFIER,
    /** The mail server took its mail. */
    MAIL_SERVER,
    /** It is in the mailbox. */
    MAILBOX
}
