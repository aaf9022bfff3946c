package org.foramen.notifier.ledger.followup;

import java.time.Instant;
import java.util.function.Consumer;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.SentHandout;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.smtp.verdict.Reply;
import org.jspecify.annotations.Nullable;

/** What the ledger notes after an attempt. */
public sealed interface Followup {

    /** Speaks of each kind: who adds one must say what it means everywhere. */
    default void match(Consumer<Sent> sent, Consumer<Again> again, Consumer<Ended> ended, Consumer<Withheld> withheld) {
        match(new Cases(sent, again, ended, withheld));
    }

    void match(Cases cases);

    /** The same without details that a column may be unable to hold. */
    Followup bare();

    /** The mail server took the mail. */
    record Sent(Reply reply, @Nullable SentHandout handout, Instant at) implements Followup {
        @Override
        public void match(Cases cases) {
            cases.sent().accept(this);
        }

        @Override
        public Followup bare() {
            return new Sent(Reply.NONE, null, at);
        }
    }

    /**
     * It is tried again.
     *
     * @param state {@code DEFERRED}, or {@code OWED} when this attempt does not count
     * @param unknowns how many attempts ended without an answer so far
     * @param also who gets the mail as well, for it has waited long; null where nobody does
     * @param tell why the clinic is told, once, that the inquiry's record waits; null while there is no need
     */
    record Again(State state, int unknowns, Reply reply, Instant at, @Nullable Audience also, @Nullable Reason tell)
            implements Followup {

        public Again(State state, int unknowns, Reply reply, Instant at) {
            this(state, unknowns, reply, at, null, null);
        }

        public Again(State state, int unknowns, Reply reply, Instant at, @Nullable Audience also) {
            this(state, unknowns, reply, at, also, null);
        }

        @Override
        public void match(Cases cases) {
            cases.again().accept(this);
        }

        @Override
        public Followup bare() {
            return new Again(state, unknowns, Reply.NONE, at, also, null);
        }
    }

    /**
     * It ends without having been sent.
     *
     * @param instead who is owed a mail in its place; null where nobody is left
     * @param fault what is wrong with the mail itself; null where the state says all
     */
    record Ended(State state, int unknowns, Reply reply, @Nullable Audience instead, @Nullable Reason fault, Instant at)
            implements Followup {

        public Ended(State state, int unknowns, Reply reply, @Nullable Audience instead, Instant at) {
            this(state, unknowns, reply, instead, null, at);
        }

        @Override
        public void match(Cases cases) {
            cases.ended().accept(this);
        }

        @Override
        public Followup bare() {
            return new Ended(state, unknowns, Reply.NONE, instead, fault, at);
        }
    }

    /** It is not to be sent after all. */
    record Withheld(Reason reason, Instant at) implements Followup {
        @Override
        public void match(Cases cases) {
            cases.withheld().accept(this);
        }

        @Override
        public Followup bare() {
            return this;
        }
    }

    /** What is done about each kind. */
    record Cases(Consumer<Sent> sent, Consumer<Again> again, Consumer<Ended> ended, Consumer<Withheld> withheld) {}
}
