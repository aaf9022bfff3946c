package org.foramen.notifier.order;

import org.foramen.contract.ContactChannel;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the front desk is asked to do. Urgency comes first: with a number the order is to call, whatever the person
 * chose. Without one they are written to that they call 911, whether they agreed to e-mail or not; in that case only.
 */
public final class OrderTable {

    private OrderTable() {}

    public static Order orderFor(OrderFacts facts) {
        if (facts.done() || !facts.level().answered(facts.suspected())) {
            return Order.NOTHING;
        }
        return switch (facts.level()) {
            case EMERGENCY, CRISIS -> facts.phone() ? Order.CALL_NOW : Order.WRITE_911;
            case CALL_TODAY -> facts.phone() ? Order.CALL : written(facts);
            case USUAL -> asChosen(facts);
        };
    }

    /** Why there is nothing to do; null where there is something. */
    public static @Nullable NothingToDo whyNothing(OrderFacts facts) {
        if (orderFor(facts) != Order.NOTHING) {
            return null;
        }
        if (facts.done()) {
            return NothingToDo.DONE;
        }
        return facts.level().answered(facts.suspected()) ? NothingToDo.UNREACHABLE : NothingToDo.SPAM;
    }

    private static Order asChosen(OrderFacts facts) {
        boolean call = facts.phone() && (facts.way() == ContactChannel.PHONE || !canBeWrittenTo(facts));
        return call ? Order.CALL : written(facts);
    }

    private static Order written(OrderFacts facts) {
        return canBeWrittenTo(facts) ? Order.WRITE : Order.NOTHING;
    }

    private static boolean canBeWrittenTo(OrderFacts facts) {
        return facts.emailAllowed() && facts.fate() != PatientMailFate.UNREACHABLE;
    }
}
