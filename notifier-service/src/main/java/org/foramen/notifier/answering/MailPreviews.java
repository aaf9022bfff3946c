package org.foramen.notifier.answering;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.foramen.content.ClinicContent;
import org.foramen.content.approval.Approval;
import org.foramen.content.approval.SignOff;
import org.foramen.content.approval.TextApproval;
import org.foramen.content.handout.EducationSummary;
import org.foramen.content.print.HandoutPdfs;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Level;
import org.foramen.contract.details.BestTime;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.Subject.Reminder.Tone;
import org.foramen.notifier.message.ClinicMail;
import org.foramen.notifier.message.ClinicNotice;
import org.foramen.notifier.message.DailyDigest;
import org.foramen.notifier.message.DailyFigures;
import org.foramen.notifier.message.DailyFigures.Came;
import org.foramen.notifier.message.DailyFigures.Waiting;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.PatientMail;
import org.foramen.notifier.message.ReminderMail;
import org.foramen.notifier.message.Response;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.order.Order;
import org.foramen.notifier.order.PatientMailFate;
import org.foramen.notifier.order.PatientMailNews;

/** Each kind of mail, as an invented person and the front desk would get it. */
public final class MailPreviews {

    private static final Approval SAMPLE_APPROVAL = new Approval(
            new SignOff("Ana Kim, MD", LocalDate.of(2025, 12, 12), LocalDate.of(2026, 12, 12), "0".repeat(64)));

    private final ClinicContent content;
    private final ClinicMail clinic;
    private final ClinicNotice notice;
    private final DailyDigest digest;
    private final ReminderMail reminder;
    private final Map<String, Mail> mails = new LinkedHashMap<>();

    private MailPreviews(Stationery stationery) {
        this.content = stationery.content();
        this.clinic = new ClinicMail(stationery);
        this.notice = new ClinicNotice(stationery);
        this.digest = new DailyDigest(stationery);
        this.reminder = new ReminderMail(stationery);
    }

    /** By a name for files, such as {@code patient-es}. */
    public static Map<String, Mail> of(Stationery stationery, HandoutPdfs pdfs) {
        MailPreviews previews = new MailPreviews(stationery);
        PatientMail patient = new PatientMail(stationery, pdfs);
        previews.content.clinic().languages().forEach(language -> previews.addLetters(patient, language));
        previews.content.clinic().languages().forEach(previews::addToClinic);
        return previews.mails;
    }

    /** Those to the clinic, which need no PDF. */
    static Map<String, Mail> toClinic(Stationery stationery) {
        MailPreviews previews = new MailPreviews(stationery);
        previews.content.clinic().languages().forEach(previews::addToClinic);
        return previews.mails;
    }

    private void addLetters(PatientMail patient, String language) {
        InquiryReceived call = SamplePeople.from(language, ContactChannel.PHONE, SamplePeople.PHONE);
        InquiryReceived mail = SamplePeople.from(language, ContactChannel.EMAIL, null);
        EducationSummary leaflet = content.library().general(language);
        mails.put("patient-" + language, patient.write(mail, handout(language)));
        mails.put("patient-leaflet-" + language, patient.write(call, leaflet));
        mails.put("patient-short-" + language, patient.write(call, null));
        mails.put("patient-today-" + language, patient.write(SamplePeople.with(call, "call-today"), leaflet));
        mails.put("patient-urgent-" + language, patient.write(SamplePeople.with(call, "emergency"), handout(language)));
        mails.put("patient-crisis-" + language, patient.write(SamplePeople.with(call, "crisis"), null));
    }

    private void addToClinic(String language) {
        Response answer = new Response(handout(language), "", List.of(), null);
        Response letter = new Response(null, "", List.of(), null);
        PatientMailNews owed = PatientMailNews.planned(null);
        PatientMailNews mailed = new PatientMailNews(PatientMailFate.MAILED, null, SamplePeople.RECEIVED);
        InquiryReceived call = SamplePeople.from(language, ContactChannel.PHONE, SamplePeople.PHONE);
        InquiryReceived mail = SamplePeople.from(language, ContactChannel.EMAIL, null);
        add("clinic-" + language, call, answer, mailed);
        add("clinic-write-" + language, mail, answer, owed);
        add("clinic-today-" + language, SamplePeople.with(call, "call-today"), answer, owed);
        add("clinic-urgent-" + language, SamplePeople.with(call, "emergency"), answer, owed);
        add("clinic-urgent-no-phone-" + language, SamplePeople.with(mail, "emergency"), answer, owed);
        add("clinic-crisis-" + language, SamplePeople.with(call, "crisis"), letter, owed);
        add("clinic-crisis-no-phone-" + language, SamplePeople.with(mail, "crisis"), letter, owed);
        mails.put("notice-call-" + language, notice.notReached(call, inbox(), PatientMailNews.ended(Reason.REFUSED)));
        mails.put("notice-nobody-" + language, notice.notReached(mail, inbox(), PatientMailNews.ended(Reason.REFUSED)));
        if (language.equals(content.clinic().defaultLanguage())) {
            Response spam = new Response(handout(language), "", List.of("hidden-field"), Reason.SUSPECTED_SPAM);
            add("clinic-suspected", mail, spam, PatientMailNews.planned(Reason.SUSPECTED_SPAM));
            add("clinic-too-many", call, answer, PatientMailNews.planned(Reason.TOO_MANY));
            addDigests();
            mails.put(
                    "operator-unreadable",
                    notice.unreadable(new Position(5, 1), Reason.NOT_OUR_EVENT, SamplePeople.RECEIVED));
        }
    }

    private void addDigests() {
        Instant due = content.clinic().officeHours().due(SamplePeople.RECEIVED);
        Instant since = SamplePeople.RECEIVED.minus(Duration.ofDays(1));
        DailyFigures quiet = new DailyFigures(
                SamplePeople.RECEIVED, new Came(since, 28, 28), List.of(), List.of(), List.of(), List.of());
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
                List.of(new TextApproval("general/en.md", SAMPLE_APPROVAL)));
        mails.put("digest-quiet", digest.toDesk(quiet, SamplePeople.RECEIVED));
        mails.put("digest", digest.toDesk(busy, SamplePeople.RECEIVED));
        for (Tone tone : Tone.values()) {
            mails.put(
                    "reminder-" + tone.name().toLowerCase(Locale.ROOT),
                    reminder.write(tone, busy.waiting(), Set.of(SamplePeople.ID), inbox(), due));
        }
        DeliveryKey key = new DeliveryKey(SamplePeople.ID, Audience.CLINIC);
        mails.put(
                "operator-digest",
                digest.toOperator(
                        List.of(Delivery.begun(
                                key, "<1@clinic.example>", new Position(5, 1), SamplePeople.RECEIVED, due)),
                        due));
    }

    private void add(String name, InquiryReceived inquiry, Response answer, PatientMailNews news) {
        mails.put(name, clinic.write(inquiry, inbox(), answer, news));
    }

    private String inbox() {
        return content.clinic().inbox();
    }

    private EducationSummary handout(String language) {
        return content.library().all().stream()
                .filter(summary -> summary.language().equals(language))
                .filter(summary -> summary.id().equals("foraminotomy"))
                .findFirst()
                .orElseGet(() -> content.library().general(language));
    }
}
