package org.foramen.notifier.message;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.message.desk.DeskWords;
import org.foramen.notifier.message.desk.MailLinks;
import org.foramen.notifier.message.template.MailTemplates;
import org.jspecify.annotations.Nullable;

/** The mails of the day: to the front desk whom to answer, to the operator what the machine is in trouble with. */
public final class DailyDigest {

    private static final Map<String, String> HEADERS = Map.of("Auto-Submitted", "auto-generated");

    private final ClinicProfile clinic;
    private final MailLinks links;
    private final MailTemplates templates;
    private final DeskWords words;
    private final WaitingLines lines;

    public DailyDigest(Stationery stationery) {
        this.clinic = stationery.content().clinic();
        this.links = stationery.links();
        this.templates = stationery.templates();
        this.words = new DeskWords(stationery.content());
        this.lines = new WaitingLines(stationery);
    }

    /** Whom to answer, the next due first; two lines when that is nobody. */
    public Mail toDesk(DailyFigures figures, Instant date) {
        int people = figures.waiting().size();
        String title = people == 0 ? words.say("digest.nobody") : words.counted("digest", people);
        String late = figures.late() == 0 ? "" : ", " + words.counted("digest.late", figures.late());
        Map<String, Object> shown = new HashMap<>();
        shown.put("title", title + late);
        shown.put(
                "lines",
                figures.waiting().stream()
                        .map(one -> lines.of(one, figures.to()))
                        .toList());
        if (!figures.heldBack().isEmpty()) {
            shown.put("held", words.say("digest.held", Map.of("references", references(figures.heldBack()))));
        }
        shown.put(
                "foot",
                words.say(
                        "digest.came",
                        Map.of(
                                "count", String.valueOf(figures.inquiries()),
                                "mailed", String.valueOf(figures.inInbox()))));
        return mail(clinic.inbox(), words.say("sender"), title + late, date, shown);
    }

    /**
     * What needs whoever runs this.
     *
     * @param troubles mails that wait for long, and records that cannot be read
     */
    public Mail toOperator(List<Delivery> troubles, Instant date) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("title", words.say("operator.digest.title"));
        shown.put("lines", troubles.stream().map(this::line).toList());
        return mail(
                clinic.operatorInbox(),
                words.say("operator.sender"),
                words.say("operator.digest.subject", Map.of("count", String.valueOf(troubles.size()))),
                date,
                shown);
    }

    private Line line(Delivery one) {
        DeliveryKey key = one.key();
        String name =
                switch (key.audience()) {
                    case CLINIC, FALLBACK, URGENT -> "trouble.clinic-mail";
                    case PATIENT -> "trouble.patient-mail";
                    case NOTICE ->
                        key.subject() instanceof Subject.DeadLetter ? "trouble.dead-letter" : "trouble.notice";
                };
        Map<String, String> values =
                Map.of("reference", key.subject().label(), "state", one.state().wireName());
        return new Line(words.say(name, values), links.board());
    }

    private static String references(List<InquiryId> inquiries) {
        return inquiries.stream().map(InquiryId::reference).collect(Collectors.joining(", "));
    }

    private Mail mail(String to, String sender, String subject, Instant date, Map<String, Object> shown) {
        return new Mail(
                clinic.from(),
                sender,
                to,
                clinic.inbox(),
                subject,
                date,
                HEADERS,
                templates.write("digest", clinic.defaultLanguage(), subject, subject, shown));
    }

    /**
     * One line of a list.
     *
     * @param target where it leads; null for nowhere
     */
    public record Line(String text, @Nullable String target) {}
}
