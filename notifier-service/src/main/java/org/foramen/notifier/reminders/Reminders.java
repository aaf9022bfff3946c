package org.foramen.notifier.reminders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.foramen.content.ClinicContent;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Recipient;
import org.foramen.notifier.delivery.Reminder;
import org.foramen.notifier.delivery.Reminder.Tone;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Says again who waits: emergencies louder, to more, and at any hour. */
@Component
public class Reminders {

    private static final Duration SLOT_OF_EMERGENCIES = Duration.ofMinutes(1);

    /** 2 to this power times the patience is more than a year. */
    private static final int MOST_DOUBLINGS = 16;

    private final OwedReminders owed;
    private final ReminderList list;
    private final WaitingEmergencies emergencies;
    private final UsualReminders usual;
    private final Clock clock;
    private final List<Recipient> further;

    Reminders(
            OwedReminders owed,
            ReminderList list,
            WaitingEmergencies emergencies,
            UsualReminders usual,
            ClinicContent content,
            Clock clock) {
        this.owed = owed;
        this.list = list;
        this.emergencies = emergencies;
        this.usual = usual;
        this.clock = clock;
        this.further = Recipient.URGENT_INBOXES.subList(
                0, content.clinic().furtherUrgentInboxes().size());
    }

    /** Owes what is to be said again now. Usual cases wait for the clinic to be open; emergencies do not. */
    @Scheduled(fixedDelay = 5_000, initialDelay = 5_000)
    public void owe() {
        Instant now = clock.instant();
        oweOfEmergencies(now);
        usual.owe(now);
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
        owed.owe(Tone.EMERGENCY, SLOT_OF_EMERGENCIES, now, everybody, reminder -> waiting.stream()
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
}
