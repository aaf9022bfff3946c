package org.foramen.notifier.canary;

import java.util.Locale;

/** Where an inquiry of our own was seen last, in the order of the way. */
enum Station {
    /** The intake did not take it. */
    NOWHERE,
    /** The intake gave a receipt. */
    INTAKE,
    /** The notifier has read it from Kafka. */
    NOTIFIER,
    /** The mail server took its mail. */
    MAIL_SERVER,
    /** It is in the mailbox. */
    MAILBOX;

    /** The name in metrics, such as {@code mail-server}. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
