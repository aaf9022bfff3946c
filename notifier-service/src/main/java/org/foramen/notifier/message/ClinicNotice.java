package org.foramen.notifier.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.foramen.content.ClinicContent;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Person;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.message.layout.FactTable;
import org.foramen.notifier.message.layout.MailLayout;
import org.jspecify.annotations.Nullable;

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
     * @param why how the patient's mail ended
     */
    public Mail pleasePhone(InquiryReceived inquiry, String to, Reason why) {
        Person person = inquiry.person();
        String phone = person.phone();
        String first = "We could not e-mail the person of this inquiry: " + why.words() + ". Please phone them.";
        FactTable facts = new FactTable().add("Name", person.name());
        if (phone == null) {
            facts.add("Phone", "They gave no phone number.");
        } else {
            facts.add("Phone", FrontDesk.dialled(phone), "tel:" + phone);
        }
        if (person.email() != null) {
            facts.add("E-mail address that did not work", person.email());
        }
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
     * @param place where it stood
     * @param why null when nobody noted it
     */
    public Mail unreadable(Position place, @Nullable Reason why, Instant when) {
        String text =
                """
                A record in the queue of web inquiries could not be read%s. It is kept as dead letter %s.
                Please tell the person who runs this system: it can be replayed once the cause is mended.
                """
                        .formatted(why == null ? "" : ": " + why.words(), place.place());
        String subject = "Web inquiries: a record could not be read";
        return mail(clinic.inbox(), subject, when, text, frame.title(subject) + frame.paragraph(text));
    }

    private Mail mail(String to, String subject, Instant date, String text, String body) {
        String html = frame.around("en", subject, body);
        return new Mail(clinic.from(), to, clinic.inbox(), subject, date, Map.of(), text, html, List.of());
    }
}
