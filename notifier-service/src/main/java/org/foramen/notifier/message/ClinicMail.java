package org.foramen.notifier.message;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.foramen.content.ClinicContent;
import org.foramen.content.ClinicProfile;
import org.foramen.content.EducationSummary;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Person;
import org.foramen.contract.RedFlag;
import org.foramen.contract.Region;
import org.jspecify.annotations.Nullable;

/** The mail to the front desk: who asked what, how to answer, and what the person was sent. A reply goes to the person. */
public final class ClinicMail {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(
                    FormatStyle.FULL, FormatStyle.SHORT)
            .withLocale(Locale.US);
    private static final Map<String, String> IMPORTANT = Map.of("Importance", "high", "X-Priority", "1");

    private final ClinicContent content;

    public ClinicMail(ClinicContent content) {
        this.content = content;
    }

    /**
     * Writes it.
     *
     * @param to the inbox, or the one that stands in for it
     * @param handout what goes to the person; null when nothing does
     * @param reason why this handout, or none
     */
    public Mail write(InquiryReceived inquiry, String to, @Nullable EducationSummary handout, String reason) {
        ClinicProfile clinic = content.clinic();
        Map<String, String> facts = facts(inquiry, handout, reason);
        String subject = subject(inquiry);
        return new Mail(
                clinic.from(),
                to,
                inquiry.person().email(),
                subject,
                inquiry.receivedAt(),
                inquiry.urgent() ? IMPORTANT : Map.of(),
                text(inquiry, facts),
                Frame.around("en", subject, html(inquiry, facts)),
                List.of());
    }

    /** Reference and procedure, and never a name: subjects are read over shoulders and shown on locked phones. */
    private String subject(InquiryReceived inquiry) {
        String urgent = inquiry.urgent() ? "[URGENT] " : "";
        return urgent + "Web inquiry " + inquiry.id().reference() + ": " + about(inquiry);
    }

    private String about(InquiryReceived inquiry) {
        String procedure = inquiry.procedure();
        return procedure == null
                ? "general question"
                : content.library()
                        .find(procedure, content.clinic().defaultLanguage())
                        .map(EducationSummary::title)
                        .orElse(procedure);
    }

    private Map<String, String> facts(InquiryReceived inquiry, @Nullable EducationSummary handout, String reason) {
        Person person = inquiry.person();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Name", person.name());
        facts.put("Answer by", person.preferredContact() == ContactChannel.PHONE ? "phone" : "e-mail");
        facts.put("Phone", person.phone() == null ? "none given" : dialled(person.phone()));
        facts.put("E-mail", person.email());
        facts.put("Language", language(person));
        facts.put(
                "About",
                about(inquiry) + (inquiry.region() == Region.UNSPECIFIED ? "" : ", " + spoken(inquiry.region())));
        DetailFacts.addTo(facts, inquiry.details());
        facts.put(
                "Received",
                TIME.format(inquiry.receivedAt().atZone(content.clinic().timeZone())));
        facts.put("Reference", inquiry.id().reference());
        facts.put("Handout", handout(inquiry, handout, reason));
        return facts;
    }

    private static String handout(InquiryReceived inquiry, @Nullable EducationSummary handout, String reason) {
        if (!inquiry.consent().toEmail()) {
            return "None sent: this person did not agree to e-mail. Please phone.";
        }
        return handout == null
                ? "None sent. " + reason
                : handout.title() + " (" + handout.language() + ") goes to the person by e-mail. " + reason;
    }

    private static String language(Person person) {
        String name = Locale.forLanguageTag(person.preferredLanguage()).getDisplayLanguage(Locale.US);
        return name.isEmpty() ? "another one: see the question" : name;
    }

    /** An American number as Americans write it; others as they came. */
    private static String dialled(String phone) {
        return phone.replaceFirst("^\\+1(\\d{3})(\\d{3})(\\d{4})", "$1-$2-$3");
    }

    private static String spoken(Region region) {
        return region.wireName().replace('-', ' ');
    }

    private static String text(InquiryReceived inquiry, Map<String, String> facts) {
        String urgent = inquiry.urgent() ? urgency(inquiry) + "\n\n" : "";
        String rows = facts.entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue())
                .collect(Collectors.joining("\n"));
        return urgent + rows + "\n\nThe question:\n\n" + question(inquiry) + "\n";
    }

    private static String html(InquiryReceived inquiry, Map<String, String> facts) {
        StringBuilder html = new StringBuilder();
        if (inquiry.urgent()) {
            html.append(Frame.alarm(urgency(inquiry)));
        }
        html.append(
                "<table cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"font-size:17px;line-height:1.4\">\n");
        facts.forEach((name, value) -> html.append(
                        "<tr><th scope=\"row\" align=\"left\" valign=\"top\" style=\"padding:4px 16px 4px 0;white-space:nowrap;font-weight:normal;color:#5a6a72\">")
                .append(Html.escape(name))
                .append("</th><td style=\"padding:4px 0\">")
                .append(value(inquiry, name, value))
                .append("</td></tr>\n"));
        html.append("</table>\n");
        html.append(Frame.heading("The question"));
        html.append("<p dir=\"auto\" style=\"margin:0 0 12px;padding:2px 0 2px 14px;border-left:4px solid #1f6f78\">")
                .append(Html.lines(question(inquiry)))
                .append("</p>\n");
        return html.toString();
    }

    private static String value(InquiryReceived inquiry, String name, String value) {
        String safe = "<bdi>" + Html.escape(value) + "</bdi>";
        return switch (name) {
            case "Phone" ->
                inquiry.person().phone() == null
                        ? safe
                        : link("tel:", inquiry.person().phone(), safe);
            case "E-mail" -> link("mailto:", value, safe);
            case "Name", "Reference" -> "<strong>" + safe + "</strong>";
            default -> safe;
        };
    }

    private static String link(String scheme, String target, String safe) {
        return "<a href=\"" + scheme + Html.escape(target) + "\">" + safe + "</a>";
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
