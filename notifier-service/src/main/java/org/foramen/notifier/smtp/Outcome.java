package org.foramen.notifier.smtp;

/** What one try to send a mail said. */
public sealed interface Outcome {

    /** Speaks of each kind: who adds one must say what it means everywhere. */
    <T> T fold(Cases<T> cases);

    /** The server took it: it is the server's duty now. */
    record Sent(Reply reply) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.sent(this);
        }
    }

    /** The server asks to try later (4xx). */
    record Temporary(Reply reply) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.temporary(this);
        }
    }

    /** The server will never take this mail for this recipient (5xx). */
    record Refused(Reply reply) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.refused(this);
        }
    }

    /** The server, not the mail, is in trouble, or does not want us: every mail waits. */
    record Unavailable(Reply reply, String why) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.unavailable(this);
        }
    }

    /** The line broke after the whole mail was handed over and before the answer: it may be there. */
    record Unknown(Reply reply) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.unknown(this);
        }
    }

    /** One answer for each kind. */
    interface Cases<T> {

        T sent(Sent sent);

        T temporary(Temporary temporary);

        T refused(Refused refused);

        T unavailable(Unavailable unavailable);

        T unknown(Unknown unknown);
    }
}
