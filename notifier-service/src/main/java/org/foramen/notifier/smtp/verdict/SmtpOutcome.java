package org.foramen.notifier.smtp.verdict;

import java.util.function.Function;
import org.foramen.notifier.delivery.Reason;

/** What one try to send a mail said. */
public sealed interface SmtpOutcome {

    /** The server took it: it is the server's duty now. */
    record Sent(Reply reply) implements SmtpOutcome {

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.sent().apply(this);
        }
    }

    /** This mail cannot pass now: the server asks to try later (4xx), or the line broke while it was handed over. */
    record Temporary(Reply reply) implements SmtpOutcome {

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.temporary().apply(this);
        }
    }

    /**
     * The server will not take this mail for this recipient (5xx).
     *
     * @param namesRecipient whether the answer says so; of another answer only the next mails show whom it means
     */
    record Refused(Reply reply, boolean namesRecipient) implements SmtpOutcome {

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.refused().apply(this);
        }
    }

    /**
     * The server will never take this mail for anybody.
     *
     * @param fault what is wrong with the mail
     */
    record Unacceptable(Reply reply, Reason fault) implements SmtpOutcome {

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.unacceptable().apply(this);
        }
    }

    /** The server refused this mail for what we are or did, such as our sender or our quota: it waits, an operator is told. */
    record AgainstUs(Reply reply, String why) implements SmtpOutcome {

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.againstUs().apply(this);
        }
    }

    /** The server, not the mail, is in trouble, or does not want us: every mail waits. */
    record Unavailable(Reply reply, String why) implements SmtpOutcome {

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.unavailable().apply(this);
        }
    }

    /** The line broke after the whole mail was handed over and before the answer: it may be there. */
    record Unknown(Reply reply) implements SmtpOutcome {

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.unknown().apply(this);
        }
    }

    /** The last answer that was heard. */
    Reply reply();

    /** Says for each outcome what follows; one outcome more does not compile until everybody who asks knows it. */
    default <T> T fold(
            Function<Sent, T> sent,
            Function<Temporary, T> temporary,
            Function<Refused, T> refused,
            Function<Unacceptable, T> unacceptable,
            Function<AgainstUs, T> againstUs,
            Function<Unavailable, T> unavailable,
            Function<Unknown, T> unknown) {
        return fold(new Cases<>(sent, temporary, refused, unacceptable, againstUs, unavailable, unknown));
    }

    <T> T fold(Cases<T> cases);

    /** What follows from each. */
    record Cases<T>(
            Function<Sent, T> sent,
            Function<Temporary, T> temporary,
            Function<Refused, T> refused,
            Function<Unacceptable, T> unacceptable,
            Function<AgainstUs, T> againstUs,
            Function<Unavailable, T> unavailable,
            Function<Unknown, T> unknown) {}
}
