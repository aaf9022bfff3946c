package org.foramen.notifier.smtp;

/** What one try to send a mail said. */
public sealed interface Outcome {

    /** The server took it: it is the server's duty now. */
    record Sent(Reply reply) implements Outcome {}

    /** The server asks to try later (4xx). */
    record Temporary(Reply reply) implements Outcome {}

    /** The server will never take this mail for this recipient (5xx). */
    record Refused(Reply reply) implements Outcome {}

    /** The server, not the mail, is in trouble, or does not want us: every mail waits. */
    record Unavailable(Reply reply, String why) implements Outcome {}

    /** The line broke after the whole mail was handed over and before the answer: it may be there. */
    record Unknown(Reply reply) implements Outcome {}
}
