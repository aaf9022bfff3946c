package org.foramen.notifier.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.foramen.content.ClinicContent;
import org.foramen.content.ClinicProfile;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Person;

/** A line to the clinic about what went wrong: a person who could not be e-mailed, or a record that could not be read. */
public final class ClinicNotice {

    private final ClinicProfile clinic;

    public ClinicNotice(ClinicContent content) {
        this.clinic = content.clinic();
    }

    /** @param why the state in which the patient's mail ended, such as {@code refused} */
    public Mail pleasePhone(InquiryReceived inquiry, String why) {
        Person person = inquiry.person();
        String reference = inquiry.id().reference();
        String subject = "Please phone: web inquiry " + reference;
        String phone = person.phone() == null ? "They gave no phone number." : "Their phone number: " + person.phone();
        String text =
                """
                We could not e-mail the person of web inquiry %s (%s). Please phone them.

                Name: %s
                %s
                E-mail address that did not work: %s

                Their question is in the mail with the same reference.
                """
                        .formatted(reference, reasonInWords(why), person.name(), phone, person.email());
        return mail(subject, inquiry.receivedAt(), text);
    }

    /**
     * Writes that a record could not be read.
     *
     * @param deadLetter its place among the dead letters, such as {@code 2-17}
     * @param why the reason code
     */
    public Mail unreadable(String deadLetter, String why, Instant when) {
        String text =
                """
                A record in the queue of web inquiries could not be read (%s). It is kept as dead letter %s.
                Please tell the person who runs this system: it can be replayed once the cause is mended.
                """
                        .formatted(why, deadLetter);
        return mail("Web inquiries: a record could not be read", when, text);
    }

    private Mail mail(String subject, Instant date, String text) {
        String html = Frame.around("en", subject, Frame.paragraph(text));
        return new Mail(clinic.from(), clinic.inbox(), clinic.inbox(), subject, date, Map.of(), text, html, List.of());
    }

    private static String reasonInWords(String state) {
        return switch (state) {
            case "refused" -> "their mail server refused the address";
            case "expired" -> "their mail server did not take it for days";
            case "unknown" -> "it may have arrived, we cannot tell";
            default -> state;
        };
    }
}
