package org.foramen.notifier.preview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foramen.content.ClinicContent;
import org.foramen.content.handout.EducationSummary;
import org.foramen.content.print.HandoutPdfs;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Level;
import org.foramen.contract.Suspicion;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.message.ClinicMail;
import org.foramen.notifier.message.ClinicNotice;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.PatientMail;
import org.foramen.notifier.message.Response;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.order.PatientMailFate;
import org.foramen.notifier.order.PatientMailNews;
import org.jspecify.annotations.Nullable;

/** Each kind of mail, as an invented person and the front desk would get it. */
public final class MailPreviews {

    private final ClinicContent content;
    private final ClinicMail clinic;
    private final ClinicNotice notice;
    private final DigestPreviews digests;
    private final Map<String, Mail> mails = new LinkedHashMap<>();

    private MailPreviews(Stationery stationery) {
        this.content = stationery.content();
        this.clinic = new ClinicMail(stationery);
        this.notice = new ClinicNotice(stationery);
        this.digests = new DigestPreviews(stationery);
    }

    /** By a name for files, such as {@code patient-es}. */
    public static Map<String, Mail> of(Stationery stationery, HandoutPdfs pdfs) {
        return all(stationery, new PatientMail(stationery, pdfs)::write);
    }

    /** The same for a screen, without the PDFs. */
    public static Map<String, Mail> withoutPdfs(Stationery stationery, HandoutPdfs pdfs) {
        return all(stationery, new PatientMail(stationery, pdfs)::letter);
    }

    /** Writes each letter that there can be and each kind of mail once, without the PDFs. */
    public static void tryAll(Stationery stationery) {
        PatientMail patient = new PatientMail(stationery, new HandoutPdfs(stationery.content()));
        patient.tryLetters();
        all(stationery, patient::letter);
    }

    private static Map<String, Mail> all(Stationery stationery, Letters letters) {
        MailPreviews previews = new MailPreviews(stationery);
        previews.content.clinic().languages().forEach(language -> previews.addLetters(letters, language));
        previews.content.clinic().languages().forEach(previews::addToClinic);
        return previews.mails;
    }

    private void addLetters(Letters patient, String language) {
        InquiryReceived call = SamplePeople.from(language, ContactChannel.PHONE, SamplePeople.PHONE);
        InquiryReceived mail = SamplePeople.from(language, ContactChannel.EMAIL, null);
        EducationSummary leaflet = content.library().general(language);
        mails.put("patient-" + language, patient.write(mail, handout(language)));
        mails.put("patient-leaflet-" + language, patient.write(call, leaflet));
        mails.put("patient-short-" + language, patient.write(call, null));
        mails.put("patient-today-" + language, patient.write(SamplePeople.with(call, Level.CALL_TODAY), leaflet));
        mails.put(
                "patient-urgent-" + language,
                patient.write(SamplePeople.with(call, Level.EMERGENCY), handout(language)));
        mails.put("patient-crisis-" + language, patient.write(SamplePeople.with(call, Level.CRISIS), null));
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
        add("clinic-today-" + language, SamplePeople.with(call, Level.CALL_TODAY), answer, owed);
        add(
                "clinic-today-program-" + language,
                SamplePeople.byProgram(SamplePeople.with(call, Level.CALL_TODAY)),
                answer,
                owed);
        add("clinic-urgent-" + language, SamplePeople.with(call, Level.EMERGENCY), answer, owed);
        add(
                "clinic-urgent-no-phone-" + language,
                SamplePeople.byProgram(SamplePeople.with(mail, Level.EMERGENCY)),
                answer,
                owed);
        add("clinic-crisis-" + language, SamplePeople.with(call, Level.CRISIS), letter, owed);
        add(
                "clinic-crisis-no-phone-" + language,
                SamplePeople.byProgram(SamplePeople.with(mail, Level.CRISIS)),
                letter,
                owed);
        mails.put(
                "notice-call-" + language,
                notice.notReached(call, inbox(), PatientMailNews.ended(Reason.REFUSED), false));
        mails.put(
                "notice-nobody-" + language,
                notice.notReached(mail, inbox(), PatientMailNews.ended(Reason.REFUSED), false));
        if (language.equals(content.clinic().defaultLanguage())) {
            addInOneLanguage(language);
        }
    }

    private void addInOneLanguage(String language) {
        Response answer = new Response(handout(language), "", List.of(), null);
        Response spam =
                new Response(handout(language), "", List.of(Suspicion.HIDDEN_FIELD.wireName()), Reason.SUSPECTED_SPAM);
        InquiryReceived call = SamplePeople.from(language, ContactChannel.PHONE, SamplePeople.PHONE);
        InquiryReceived mail = SamplePeople.from(language, ContactChannel.EMAIL, null);
        add("clinic-suspected", mail, spam, PatientMailNews.planned(Reason.SUSPECTED_SPAM));
        add("clinic-too-many", call, answer, PatientMailNews.planned(Reason.TOO_MANY));
        mails.putAll(digests.all());
        mails.put(
                "operator-unreadable",
                notice.unreadable(new Position(5, 1), Reason.NOT_OUR_EVENT, SamplePeople.RECEIVED));
    }

    private void add(String name, InquiryReceived inquiry, Response answer, PatientMailNews news) {
        mails.put(name, clinic.write(inquiry, inbox(), answer, news));
    }

    /** Writes a letter to a person. */
    private interface Letters {

        Mail write(InquiryReceived inquiry, @Nullable EducationSummary handout);
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
