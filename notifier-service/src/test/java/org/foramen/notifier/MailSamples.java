package org.foramen.notifier;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foramen.content.ClinicContent;
import org.foramen.content.handout.EducationSummary;
import org.foramen.contract.Consent;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryKind;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Person;
import org.foramen.contract.Region;
import org.foramen.contract.details.BestTime;
import org.foramen.contract.details.Details;
import org.foramen.contract.details.HowLong;
import org.foramen.contract.details.Imaging;
import org.foramen.contract.details.Treatment;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.handout.HandoutPdfs;
import org.foramen.notifier.message.ClinicMail;
import org.foramen.notifier.message.ClinicNotice;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.PatientMail;
import org.foramen.notifier.message.Response;

/** Each mail that Foramen sends, as people may get it. */
public final class MailSamples {

    private static final ClinicContent CONTENT = ClinicContent.load(Path.of("../content"));
    private static final PatientMail PATIENT = new PatientMail(CONTENT, new HandoutPdfs(CONTENT));
    private static final ClinicMail CLINIC = new ClinicMail(CONTENT);
    private static final String INBOX = CONTENT.clinic().inbox();

    private MailSamples() {}

    /** By a name for files. */
    public static Map<String, Mail> all() {
        Map<String, Mail> mails = new LinkedHashMap<>();
        InquiryReceived english = from(
                "en", "My doctor says the hole for the nerve in my neck is too narrow.\nIs foraminotomy safe at 71?");
        InquiryReceived spanish = from("es", "¿Cuánto dura la operación? Me duele el brazo desde hace meses.");
        mails.put("patient-en", PATIENT.write(english, handout("foraminotomy", "en")));
        mails.put("patient-es", PATIENT.write(spanish, handout("foraminotomy", "es")));
        mails.put("patient-leaflet-en", PATIENT.write(english, CONTENT.library().general("en")));
        mails.put("patient-leaflet-es", PATIENT.write(spanish, CONTENT.library().general("es")));
        mails.put("patient-urgent-en", PATIENT.write(Inquiries.urgent(english, "numb"), handout("laminectomy", "en")));
        mails.put("patient-crisis-es", PATIENT.write(Inquiries.inCrisis(spanish), null));
        mails.put("clinic-en", CLINIC.write(english, INBOX, answer("en")));
        mails.put("clinic-es", CLINIC.write(spanish, INBOX, answer("es")));
        mails.put(
                "clinic-urgent", CLINIC.write(Inquiries.urgent(english, "numb between my legs"), INBOX, answer("en")));
        mails.put(
                "clinic-suspected",
                CLINIC.write(
                        Inquiries.suspected(english),
                        INBOX,
                        new Response(
                                handout("foraminotomy", "en"),
                                "Names foraminotomy.",
                                List.of("hidden-field"),
                                Reason.SUSPECTED_SPAM)));
        mails.put("clinic-please-phone", new ClinicNotice(CONTENT).pleasePhone(english, INBOX, Reason.REFUSED));
        return mails;
    }

    private static Response answer(String language) {
        return new Response(handout("foraminotomy", language), "Names foraminotomy.", List.of(), null);
    }

    private static EducationSummary handout(String procedure, String language) {
        return CONTENT.library().find(procedure, language).orElseThrow();
    }

    private static InquiryReceived from(String language, String message) {
        return new InquiryReceived(
                new InquiryId("K7F392QX0123456789ABCDEFGH"),
                Instant.parse("2026-11-22T18:30:05Z"),
                InquiryKind.CONSIDERING_PROCEDURE,
                "foraminotomy",
                Region.NECK,
                new Person("Guadalupe Ruiz", "lupita@example.com", "+13105550112", ContactChannel.PHONE, language),
                message,
                new Details(
                        HowLong.MONTHS,
                        Imaging.YES,
                        List.of(Treatment.PHYSICAL_THERAPY, Treatment.INJECTIONS),
                        BestTime.MORNING,
                        null,
                        null),
                new Consent(true, "2026-11-22", language),
                List.of(),
                List.of());
    }
}
