package org.foramen.notifier.reminders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.foramen.content.ClinicContent;
import org.foramen.content.hours.OfficeHours;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.Recipient;
import org.foramen.notifier.delivery.Reminder;
import org.foramen.notifier.delivery.Reminder.Tone;
import org.foramen.notifier.ledger.KnownDeliveries;
import org.foramen.notifier.ledger.Ledger;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says again who waits. A reminder is owed in the ledger like any other mail, in the transaction that names its cases, so that
 * none is lost and none goes twice. It is named after its slot of time, of which there is one, whoever runs beside us.
 */
@Component
public class Reminders {

    /** A mail for each quarter of an hour at most, which names all. */
    private static final Duration SLOT = Duration.ofMinutes(15);

    private static final Duration SLOT_OF_EMERGENCIES = Duration.ofMinutes(1);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    /** 2 to this power times the patience is more than a year. */
    private static final int MOST_DOUBLINGS = 16;

    private final ReminderList list;
    private final WaitingEmergencies emergencies;
    private final Ledger ledger;
    private final KnownDeliveries known;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final OfficeHours hours;
    private final List<Recipient> further;

    Reminders(
            ReminderList list,
            WaitingEmergencies emergencies,
            Ledger ledger,
            KnownDeliveries known,
            PlatformTransactionManager transactions,
            ClinicContent content,
            Clock clock) {
        this.list = list;
        this.emergencies = emergencies;
        this.ledger = ledger;
        this.known = known;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.hours = content.clinic().officeHours();
        this.further = Recipient.URGENT_INBOXES.subList(
                0, content.clinic().furtherUrgentInboxes().size());
    }

    /** Owes what is to be said again now. Usual cases wait for the clinic to be open; emergencies do not. */
    @Scheduled(fixedDelay = 5_000, initialDelay = 5_000)
    public void owe() {
        Instant now = clock.instant();
        oweOfEmergencies(now);
        if (hours.open(now) || hours.open(now.minus(SLOT))) { // what is due at closing time is said then
            owe(
                    Tone.DUE,
                    SLOT,
                    now,
                    List.of(Recipient.first(Audience.NOTICE)),
                    reminder -> list.addDue(reminder, now) + list.addSoon(reminder, now, now.plus(AN_HOUR)));
            owe(
                    Tone.LATE,
                    SLOT,
                    now,
                    List.of(Recipient.first(Audience.FALLBACK)),
                    reminder -> list.addLate(reminder, now.minus(AN_HOUR)));
        }
        if (hours.open(now)) {
            LocalDate today = LocalDate.ofInstant(now, hours.timeZone());
            owe(
                    Tone.TRIED,
                    SLOT,
                    now,
                    List.of(Recipient.first(Audience.NOTICE)),
                    reminder -> list.addTried(
                            reminder,
                            today,
                            today.atStartOfDay(hours.timeZone()).toInstant()));
        }
    }

    private void oweOfEmergencies(Instant now) {
        List<WaitingEmergencies.Waiting> waiting = emergencies.waiting(now);
        if (waiting.isEmpty()) {
            return;
        }
        boolean nowhereElse = further.isEmpty();
        List<Recipient> everybody = Stream.concat(
                        Stream.of(Recipient.first(Audience.NOTICE)),
                        nowhereElse ? Stream.of(Recipient.first(Audience.FALLBACK)) : further.stream())
                .toList();
        Duration patience = emergencies.patience(now);
        owe(Tone.EMERGENCY, SLOT_OF_EMERGENCIES, now, everybody, reminder -> waiting.stream()
                .mapToInt(one -> add(reminder, one, patience, now))
                .sum());
    }

    /** The first time after the clinic's patience, then after twice that, and so on; a call in vain begins it anew. */
    private int add(Reminder reminder, WaitingEmergencies.Waiting one, Duration patience, Instant now) {
        int added = one.mailed() ? 0 : list.addUnmailed(reminder, one.inquiry());
        long patiences = Duration.between(one.since(), now).dividedBy(patience);
        return patiences < 1
                ? added
                : added
                        + list.addUnreached(
                                reminder,
                                one.inquiry(),
                                one.tries(),
                                Math.min(MOST_DOUBLINGS, 64 - Long.numberOfLeadingZeros(patiences)));
    }

    private void owe(Tone tone, Duration slot, Instant now, List<Recipient> to, ToIntFunction<Reminder> naming) {
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
