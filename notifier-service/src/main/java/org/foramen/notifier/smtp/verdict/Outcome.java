package org.foramen.notifier.smtp.verdict;

import org.foramen.notifier.delivery.Reason;

/** What one try to send a mail said. */
public sealed interface Outcome {

    /** The server took it: it is the server's duty now. */
    record Sent(Reply reply) implements Outcome {
        @Override
        public <T> T fold(Visitor<T> visitor) {
            return visitor.sent(this);
        }
    }

    /** This mail cannot pass now: the server asks to try later (4xx), or the line broke while it was handed over. */
    record Temporary(Reply reply) implements Outcome {
        @Override
        public <T> T fold(Visitor<T> visitor) {
            return visitor.temporary(this);
        }
    }

    /**
     * The server will not take this mail for this recipient (5xx).
     *
     * @param namesRecipient whether the answer says so; of another answer only the next mails show whom it means
     */
    record Refused(Reply reply, boolean namesRecipient) implements Outcome {
        @Override
        public <T> T fold(Visitor<T> visitor) {
            return visitor.refused(this);
        }
    }

    /**
     * The server will never take this mail for anybody.
     *
     * @param fault what is wrong with the mail
     */
    record Unacceptable(Reply reply, Reason fault) implements Outcome {
        @Override
        public <T> T fold(Visitor<T> visitor) {
            return visitor.unacceptable(this);
        }
    }

    /** The server refused this mail for what we are or did, such as our sender or our quota: it waits, an operator is told. */
    record AgainstUs(Reply reply, String why) implements Outcome {
        @Override
        public <T> T fold(Visitor<T> visitor) {
            return visitor.againstUs(this);
        }
    }

    /** The server, not the mail, is in trouble, or does not want us: every mail waits. */
    record Unavailable(Reply reply, String why) implements Outcome {
        @Override
        public <T> T fold(Visitor<T> visitor) {
            return visitor.unavailable(this);
        }
    }

    /** The line broke after the whole mail was handed over and before the answer: it may be there. */
    record Unknown(Reply reply) implements Outcome {
        @Override
        public <T> T fold(Visitor<T> visitor) {
            return visitor.unknown(this);
        }
    }

    /** The last answer that was heard. */
    Reply reply();

    /** Asks the visitor what follows from this outcome; one outcome more does not compile until every visitor knows it. */
    <T> T fold(Visitor<T> visitor);

    /** What follows from each outcome. */
    interface Visitor<T> {

        T sent(Sent sent);

        T temporary(Temporary temporary);

        T refused(Refused refused);

        T unacceptable(Unacceptable unacceptable);

        T againstUs(AgainstUs againstUs);

        T unavailable(Unavailable unavailable);

        T unknown(Unknown unknown);
    }
}
