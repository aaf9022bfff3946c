package org.foramen.notifier.message;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.foramen.content.ClinicContent;
import org.foramen.content.handout.EducationSummary;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Person;
import org.foramen.contract.RedFlag;
import org.foramen.contract.Region;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.message.layout.FactTable;
import org.foramen.notifier.message.layout.Html;
import org.foramen.notifier.message.layout.MailLayout;

/** The mail to the front desk: who asked what, how to answer, and what the person was sent. A reply goes to the person. */
public final class ClinicMail {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(
                    FormatStyle.FULL, FormatStyle.SHORT)
            .withLocale(Locale.US);
    private static final Map<String, String> IMPORTANT = Map.of("Importance", "high", "X-Priority", "1");

    private final ClinicContent content;
    private final MailLayout frame;

    public ClinicMail(ClinicContent content) {
        this.content = content;
        this.frame = new MailLayout(content.clinic());
    }

    /**
     * Writes it.
     *
     * @param to the inbox, or the one that stands in for it
     * @param answer what goes to the person
     */
    public Mail write(InquiryReceived inquiry, String to, Response answer) {
        Person person = inquiry.person();
        String subject = subject(inquiry, answer);
        String whatToDo = FrontDesk.whatToDo(inquiry, content.clinic());
        FactTable facts = facts(inquiry, answer);
        return new Mail(
                content.clinic().from(),
                to,
                person.email() == null ? content.clinic().inbox() : person.email(),
                subject,
                inquiry.receivedAt(),
                inquiry.urgent() ? IMPORTANT : Map.of(),
                text(inquiry, answer, whatToDo, facts),
                frame.around("en", subject, html(inquiry, answer, whatToDo, facts)),
                List.of(ContactCard.of(inquiry)));
    }

    /** Reference and procedure, and never a name: subjects are read over shoulders and shown on locked phones. */
    private String subject(InquiryReceived inquiry, Response answer) {
        String urgent = inquiry.urgent() ? "[URGENT] " : "";
        String suspected = answer.suspected() ? "[Suspected spam] " : "";
        return urgent + suspected + "Web inquiry " + inquiry.id().reference() + ": "
                + procedure(inquiry, "general question");
    }

    private String procedure(InquiryReceived inquiry, String none) {
        String procedure = inquiry.procedure();
        return procedure == null
                ? none
                : content.library()
                        .find(procedure, content.clinic().defaultLanguage())
                        .map(EducationSummary::title)
                        .orElse(procedure);
    }

    private FactTable facts(InquiryReceived inquiry, Response answer) {
        Person person = inquiry.person();
        String phone = person.phone();
        FactTable facts = new FactTable().add("Name", person.name());
        if (phone == null) {
            facts.add("Phone", "none given");
        } else {
            facts.add("Phone", FrontDesk.dialled(phone), "tel:" + phone);
        }
        if (person.email() != null) {
            facts.add("E-mail", person.email(), "mailto:" + person.email());
        }
        facts.add("Language", FrontDesk.language(person));
        facts.add("Form", form(inquiry));
        facts.add("Procedure", procedure(inquiry, "none chosen"));
        facts.add("Region", inquiry.region() == Region.UNSPECIFIED ? "not said" : spoken(inquiry.region()));
        DetailFacts.addTo(facts, inquiry.details());
        facts.add("Handout", handout(inquiry, answer));
        facts.add(
                "Received",
                TIME.format(inquiry.receivedAt().atZone(content.clinic().timeZone())));
        facts.add("Reference", inquiry.id().reference());
        return facts;
    }

    private static String form(InquiryReceived inquiry) {
        return switch (inquiry.kind()) {
            case CONTACT -> "contact";
            case CONSIDERING_PROCEDURE -> "considering a procedure";
        };
    }

    private static String handout(InquiryReceived inquiry, Response answer) {
        EducationSummary handout = answer.handout();
        if (answer.withheld() != null && answer.withheld() != Reason.SUSPECTED_SPAM) {
            return "None sent. " + answer.withheld().sentence();
        }
        if (handout == null) {
            return "None. " + answer.reason();
        }
        String when =
                answer.suspected() ? "is held back with the mail to the person." : "goes to the person by e-mail.";
        return "%s (%s) %s %s".formatted(handout.title(), handout.language(), when, answer.reason());
    }

    private static String spoken(Region region) {
        return region.wireName().replace('-', ' ');
    }

    private static String text(InquiryReceived inquiry, Response answer, String whatToDo, FactTable facts) {
        String urgent = inquiry.urgent() ? urgency(inquiry) + "\n\n" : "";
        String suspected = answer.suspected() ? Suspicions.inWords(inquiry, answer) + "\n\n" : "";
        String phone = inquiry.person().phone();
        String call = phone == null ? "" : "\n\n" + FrontDesk.dialled(phone);
        return urgent + suspected + whatToDo + call + "\n\nTheir question\n\n" + question(inquiry)
                + "\n\nAbout them\n\n" + facts.text() + "\n";
    }

    private String html(InquiryReceived inquiry, Response answer, String whatToDo, FactTable facts) {
        String urgent = inquiry.urgent() ? frame.alarm(urgency(inquiry)) : "";
        String suspected = answer.suspected() ? frame.box(Html.lines(Suspicions.inWords(inquiry, answer))) : "";
        return urgent
                + suspected
                + frame.title(whatToDo)
                + call(inquiry.person())
                + frame.heading("Their question")
                + frame.box("<div dir=\"auto\" style=\"overflow-wrap:anywhere\">" + Html.lines(question(inquiry))
                        + "</div>")
                + frame.heading("About them")
                + facts.html();
    }

    /** The number to tap, before the question, so that a phone shows it without scrolling. */
    private static String call(Person person) {
        String phone = person.phone();
        return phone == null
                ? ""
                : "<p style=\"margin:0 0 12px;font-size:20px\">"
                        + Html.link("tel:" + phone, Html.escape(FrontDesk.dialled(phone))) + "</p>\n";
    }

    private static String question(InquiryReceived inquiry) {
        return inquiry.message().isEmpty() ? "(The person left this empty.)" : inquiry.message();
    }

    private static String urgency(InquiryReceived inquiry) {
        String words = inquiry.redFlags().stream().map(RedFlag::words).collect(Collectors.joining("”, “", "“", "”"));
        return "Read this now. The message may speak of an emergency: " + words
                + ". The person was told to call 911 and that nobody is watching this inbox. Please call them.";
    }
}
