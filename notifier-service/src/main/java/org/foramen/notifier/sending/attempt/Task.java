package org.foramen.notifier.sending.attempt;

import java.util.function.Function;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Suspicion;
import org.foramen.notifier.answering.MailPlan;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.jspecify.annotations.Nullable;

/** A mail to send: from a record that was just read, or from a row of the ledger whose time has come. */
public sealed interface Task {

    DeliveryKey key();

    <T> T fold(Function<Fresh, T> fresh, Function<Due, T> due);

    /**
     * A record makes us owe it; the ledger may know it already.
     *
     * @param trace the record's, to go on with; null when it has none
     */
    record Fresh(DeliveryKey key, Position position, InquiryReceived inquiry, MailPlan plan, @Nullable String trace)
            implements Task {

        /** The same for an inquiry under another suspicion. */
        public Fresh suspectedOf(Suspicion suspicion) {
            return new Fresh(key, position, inquiry.suspectedOf(suspicion), plan.suspectedOf(suspicion), trace);
        }

        @Override
        public <T> T fold(Function<Fresh, T> fresh, Function<Due, T> due) {
            return fresh.apply(this);
        }

        @Override
        public String toString() {
            return key.toString();
        }
    }

    /** The ledger owes it. */
    record Due(Delivery delivery) implements Task {
        @Override
        public DeliveryKey key() {
            return delivery.key();
        }

        @Override
        public <T> T fold(Function<Fresh, T> fresh, Function<Due, T> due) {
            return due.apply(this);
        }
    }
}
