package org.foramen.notifier.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.foramen.content.ClinicContent;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Person;
import org.foramen.notifier.message.layout.FactTable;
import org.foramen.notifier.message.layout.MailLayout;

/** A line to the clinic about what went wrong: a person who could not be e-mailed, or a record that could not be read. */
public final class ClinicNotice {

    private final ClinicProfile clinic;
    private final MailLayout frame;

    public ClinicNotice(ClinicContent content) {
        this.clinic = content.clinic();
        this.frame = new MailLayout(clinic);
    }

    /**
     * Writes that a person could not be e-mailed; shown below the mail about the inquiry.
     *
     * @param to the inbox that has the inquiry
     * @param why the state in which the patient's mail ended, such as {@code refused}
     */
    public Mail pleasePhone(InquiryReceived inquiry, String to, String why) {
        Person person = inquiry.person();
        String phone = person.phone();
        String first = "We could not e-mail the person of this inquiry: " + reasonInWords(why) + ". Please phone them.";
        FactTable facts = new FactTable().add("Name", person.name());
        if (phone == null) {
            facts.add("Phone", "They gave no phone number.");
        } else {
            facts.add("Phone", FrontDesk.dialled(phone), "tel:" + phone);
        }
        facts.add("E-mail address that did not work", person.email());
        facts.add("Language", FrontDesk.language(person));
        facts.add("Reference", inquiry.id().reference());
        String last = "Their question is in the mail with the same reference.";
        return mail(
                        to,
                        "Please phone: web inquiry " + inquiry.id().reference(),
                        inquiry.receivedAt(),
                        first + "\n\n" + facts.text() + "\n\n" + last + "\n",
                        frame.title("Please phone " + person.name())
                                + frame.paragraph(first)
                                + facts.html()
                                + frame.paragraph(last))
                .following(inquiry.id());
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
        String subject = "Web inquiries: a record could not be read";
        return mail(clinic.inbox(), subject, when, text, frame.title(subject) + frame.paragraph(text));
    }

    private Mail mail(String to, String subject, Instant date, String text, String body) {
        String html = frame.around("en", subject, body);
        return new Mail(clinic.from(), to, clinic.inbox(), subject, date, Map.of(), text, html, List.of());
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
