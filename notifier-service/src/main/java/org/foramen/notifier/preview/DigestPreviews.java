package org.foramen.notifier.preview;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foramen.content.approval.Approval;
import org.foramen.content.approval.SignOff;
import org.foramen.content.approval.TextApproval;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.contract.InquiryId;
import org.foramen.contract.Level;
import org.foramen.contract.details.BestTime;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reminder.Tone;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.message.list.DailyFigures;
import org.foramen.notifier.message.list.DailyFigures.Came;
import org.foramen.notifier.message.list.DailyFigures.PersonToAnswer;
import org.foramen.notifier.message.list.DeskDigest;
import org.foramen.notifier.message.list.OperatorDigest;
import org.foramen.notifier.message.list.ReminderMail;
import org.foramen.notifier.order.Order;
import org.jspecify.annotations.Nullable;

/** The mails about many people at once, on a quiet day and on a busy one. */
final class DigestPreviews {

    private static final Approval SAMPLE_APPROVAL = new Approval(
            new SignOff("Ana Kim, MD", LocalDate.of(2025, 12, 12), LocalDate.of(2026, 12, 12), "0".repeat(64)));

    private final ClinicProfile clinic;
    private final DeskDigest digest;
    private final OperatorDigest trouble;
    private final ReminderMail reminder;
    private final Instant due;

    DigestPreviews(Stationery stationery) {
        this.clinic = stationery.content().clinic();
        this.digest = new DeskDigest(stationery);
        this.trouble = new OperatorDigest(stationery);
        this.reminder = new ReminderMail(stationery);
        this.due = clinic.officeHours().due(SamplePeople.RECEIVED);
    }

    /** By a name for files. */
    Map<String, Mail> all() {
        Map<String, Mail> mails = new LinkedHashMap<>();
        mails.put("digest-quiet", digest.write(quiet(), SamplePeople.RECEIVED));
        mails.put("digest", digest.write(busy(), due));
        for (Tone tone : Tone.values()) {
            mails.put("reminder-" + tone.wireName(), reminder(tone));
        }
        DeliveryKey key = new DeliveryKey(SamplePeople.ID, Audience.CLINIC);
        mails.put(
                "operator-digest",
                trouble.write(
                        List.of(Delivery.begun(
                                key, "<1@clinic.example>", new Position(5, 1), SamplePeople.RECEIVED, due)),
                        1,
                        "partition 2, 17 to 19",
                        due));
        return mails;
    }

    private DailyFigures quiet() {
        Instant since = SamplePeople.RECEIVED.minus(Duration.ofDays(1));
        return new DailyFigures(
                SamplePeople.RECEIVED, new Came(since, 28, 28), List.of(), List.of(), List.of(), 0, List.of());
    }

    private DailyFigures busy() {
        List<PersonToAnswer> all = new ArrayList<>(List.of(emergency(), late()));
        all.addAll(dueNow());
        all.add(later());
        return new DailyFigures(
                due,
                new Came(SamplePeople.RECEIVED, 28, 27),
                all,
                List.of(late().inquiry()),
                List.of(SamplePeople.id("7XF2VXNW")),
                3,
                List.of(new TextApproval("general/en.md", SAMPLE_APPROVAL)));
    }

    /** Each names whom it can name. */
    private Mail reminder(Tone tone) {
        List<PersonToAnswer> named =
                switch (tone) {
                    case DUE -> dueNow();
                    case LATE, TRIED -> List.of(late());
                    case EMERGENCY -> List.of(emergency());
                };
        Set<InquiryId> unmailed = tone == Tone.EMERGENCY ? Set.of(emergency().inquiry()) : Set.of();
        return reminder.write(tone, named, unmailed, clinic.inbox(), due);
    }

    private PersonToAnswer emergency() {
        return new PersonToAnswer(
                SamplePeople.ID, Order.CALL_NOW, Level.EMERGENCY, "es", null, null, SamplePeople.RECEIVED);
    }

    private PersonToAnswer late() {
        Instant missed = clinic.officeHours().due(SamplePeople.RECEIVED.minus(Duration.ofDays(3)));
        return waiting("JBP9H391", Order.CALL, "en", null, "discectomy", missed);
    }

    private List<PersonToAnswer> dueNow() {
        return List.of(
                waiting("SFD07RAE", Order.CALL, "es", BestTime.MORNING, "foraminotomy", due),
                waiting("5DD8W0A6", Order.WRITE, "en", null, null, due));
    }

    private PersonToAnswer later() {
        Instant tomorrow = clinic.officeHours().due(due);
        return waiting("C4S7N8AA", Order.CALL, "en", BestTime.AFTERNOON, "spinal-fusion", tomorrow);
    }

    private static PersonToAnswer waiting(
            String reference,
            Order order,
            String language,
            @Nullable BestTime bestTime,
            @Nullable String procedure,
            Instant due) {
        return new PersonToAnswer(SamplePeople.id(reference), order, Level.USUAL, language, bestTime, procedure, due);
    }
}
