package org.foramen.notifier.reminders;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToIntFunction;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.Recipient;
import org.foramen.notifier.delivery.Reminder;
import org.foramen.notifier.delivery.Reminder.Tone;
import org.foramen.notifier.ledger.KnownDeliveries;
import org.foramen.notifier.ledger.Ledger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Owes a reminder in the ledger like any other mail, in the transaction that names its cases, so that none is lost and none goes
 * twice. It is named after its slot of time, of which there is one, whoever runs beside us.
 */
@Component
class OwedReminders {

    private final ReminderList list;
    private final Ledger ledger;
    private final KnownDeliveries known;
    private final TransactionTemplate transaction;

    OwedReminders(ReminderList list, Ledger ledger, KnownDeliveries known, PlatformTransactionManager transactions) {
        this.list = list;
        this.ledger = ledger;
        this.known = known;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Owes the reminder of this tone and of the slot that a moment is in, unless it is owed already or names nobody.
     *
     * @param naming names its cases, and says how many there are
     */
    void owe(Tone tone, Duration slot, Instant now, List<Recipient> to, ToIntFunction<Reminder> naming) {
        Reminder reminder = Reminder.of(tone, now, slot);
        transaction.executeWithoutResult(status -> {
            boolean free = known.of(List.of(reminder)).isEmpty();
            if (!free || naming.applyAsInt(reminder) == 0) {
                return; // what came later in a slot is said in the next
            }
            list.tellOthers(reminder, now);
            for (Recipient recipient : to) {
                if (!ledger.owe(new DeliveryKey(reminder, recipient), Position.NOWHERE, Reason.REMINDER, now)) {
                    status.setRollbackOnly(); // another notifier was quicker
                }
            }
        });
    }
}
