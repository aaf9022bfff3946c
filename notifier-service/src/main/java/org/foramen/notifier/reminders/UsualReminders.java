package org.foramen.notifier.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.foramen.content.ClinicContent;
import org.foramen.content.hours.OfficeHours;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Recipient;
import org.foramen.notifier.delivery.Reminder;
import org.foramen.notifier.delivery.Reminder.Tone;
import org.springframework.stereotype.Component;

/**
 * Says again who waits and is no emergency. Once in a slot all are looked through, so that whoever was due while nobody looked is
 * found; between, only those who became due since the last look, however many others are late.
 */
@Component
class UsualReminders {

    /** A mail for each quarter of an hour at most, which names all. */
    private static final Duration SLOT = Duration.ofMinutes(15);

    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    /** Who is to be called within half an hour is not said again a moment after the mail that said so first. */
    private static final Duration NEWS = Duration.ofMinutes(10);

    private final OwedReminders owed;
    private final ReminderList list;
    private final OfficeHours hours;
    private volatile Instant looked = Instant.EPOCH;

    UsualReminders(OwedReminders owed, ReminderList list, ClinicContent content) {
        this.owed = owed;
        this.list = list;
        this.hours = content.clinic().officeHours();
    }

    /** Owes what is to be said now, if the clinic is open and the last look is long enough ago. Where one fails, the next repeats it. */
    void owe(Instant now) {
        Instant last = looked;
        boolean all = !slotOf(last).equals(slotOf(now));
        boolean open = hours.open(now) || hours.open(now.minus(SLOT)); // what is due at closing time is said then
        if (!open || !all && Duration.between(last, now).compareTo(PAUSE) < 0) {
            return;
        }
        oweOfDue(all ? Instant.EPOCH : last, now);
        if (all) {
            oweOfLate(now);
        }
        if (all && hours.open(now)) {
            oweOfTried(now);
        }
        looked = now;
    }

    private static Instant slotOf(Instant moment) {
        return Reminder.of(Tone.DUE, moment, SLOT).slot();
    }

    private void oweOfDue(Instant after, Instant now) {
        owed.owe(
                Tone.DUE,
                SLOT,
                now,
                List.of(Recipient.first(Audience.NOTICE)),
                reminder -> list.addDue(reminder, after, now)
                        + list.addSoon(reminder, now, now.plus(AN_HOUR), now.minus(NEWS)));
    }

    /** They were named as due in a slot an hour ago: others join them with the next slot only. */
    private void oweOfLate(Instant now) {
        owed.owe(
                Tone.LATE,
                SLOT,
                now,
                List.of(Recipient.first(Audience.FALLBACK)),
                reminder -> list.addLate(reminder, now.minus(AN_HOUR)));
    }

    /** They were tried on an earlier day: others join them with the next day only. */
    private void oweOfTried(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, hours.timeZone());
        Instant begin = today.atStartOfDay(hours.timeZone()).toInstant();
        owed.owe(
                Tone.TRIED,
                SLOT,
                now,
                List.of(Recipient.first(Audience.NOTICE)),
                reminder -> list.addTried(reminder, today, begin));
    }
}
