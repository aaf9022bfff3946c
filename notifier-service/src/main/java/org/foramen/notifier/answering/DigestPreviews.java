package org.foramen.notifier.answering;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.foramen.content.approval.Approval;
import org.foramen.content.approval.SignOff;
import org.foramen.content.approval.TextApproval;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.contract.Level;
import org.foramen.contract.details.BestTime;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reminder.Tone;
import org.foramen.notifier.message.DailyDigest;
import org.foramen.notifier.message.DailyFigures;
import org.foramen.notifier.message.DailyFigures.Came;
import org.foramen.notifier.message.DailyFigures.Waiting;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.ReminderMail;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.order.Order;

/** The mails about many people at once, on a quiet day and on a busy one. */
final class DigestPreviews {

    private static final Approval SAMPLE_APPROVAL = new Approval(
            new SignOff("Ana Kim, MD", LocalDate.of(2025, 12, 12), LocalDate.of(2026, 12, 12), "0".repeat(64)));

    private final ClinicProfile clinic;
    private final DailyDigest digest;
    private final ReminderMail reminder;

    DigestPreviews(Stationery stationery) {
        this.clinic = stationery.content().clinic();
        this.digest = new DailyDigest(stationery);
        this.reminder = new ReminderMail(stationery);
    }

    /** By a name for files. */
    Map<String, Mail> all() {
        Map<String, Mail> mails = new LinkedHashMap<>();
        Instant due = clinic.officeHours().due(SamplePeople.RECEIVED);
        Instant since = SamplePeople.RECEIVED.minus(Duration.ofDays(1));
        DailyFigures quiet = new DailyFigures(
                SamplePeople.RECEIVED, new Came(since, 28, 28), List.of(), List.of(), List.of(), 0, List.of());
        DailyFigures busy = new DailyFigures(
                due,
                new Came(SamplePeople.RECEIVED, 28, 27),
                List.of(
                        new Waiting(
                                SamplePeople.ID,
                                Order.CALL_NOW,
                                Level.EMERGENCY,
                                "es",
                                null,
                                null,
                                SamplePeople.RECEIVED),
                        new Waiting(
                                SamplePeople.ID,
                                Order.CALL,
                                Level.USUAL,
                                "en",
                                null,
                                "discectomy",
                                due.minus(Duration.ofHours(1))),
                        new Waiting(
                                SamplePeople.ID, Order.CALL, Level.USUAL, "es", BestTime.MORNING, "foraminotomy", due),
                        new Waiting(SamplePeople.ID, Order.WRITE, Level.USUAL, "en", null, null, due),
                        new Waiting(
                                SamplePeople.ID,
                                Order.CALL,
                                Level.USUAL,
                                "en",
                                BestTime.AFTERNOON,
                                "spinal-fusion",
                                due.plus(Duration.ofDays(1)))),
                List.of(SamplePeople.ID),
                List.of(SamplePeople.ID),
                3,
                List.of(new TextApproval("general/en.md", SAMPLE_APPROVAL)));
        mails.put("digest-quiet", digest.toDesk(quiet, SamplePeople.RECEIVED));
        mails.put("digest", digest.toDesk(busy, SamplePeople.RECEIVED));
        for (Tone tone : Tone.values()) {
            mails.put(
                    "reminder-" + tone.name().toLowerCase(Locale.ROOT),
                    reminder.write(tone, busy.waiting(), Set.of(SamplePeople.ID), clinic.inbox(), due));
        }
        DeliveryKey key = new DeliveryKey(SamplePeople.ID, Audience.CLINIC);
        mails.put(
                "operator-digest",
                digest.toOperator(
                        List.of(Delivery.begun(
                                key, "<1@clinic.example>", new Position(5, 1), SamplePeople.RECEIVED, due)),
                        "partition 2, 17 to 19",
                        due));
        return mails;
    }
}
