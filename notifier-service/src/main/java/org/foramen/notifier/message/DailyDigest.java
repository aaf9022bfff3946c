package org.foramen.notifier.message;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.foramen.content.ClinicContent;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.message.DailyFigures.OpenCase;
import org.foramen.notifier.message.layout.MailLayout;

/** The clinic's daily mail: how many inquiries came, how many were mailed, and which need a person. */
public final class DailyDigest {

    private final ClinicProfile clinic;
    private final MailLayout frame;
    private final DateTimeFormatter day;
    private final DateTimeFormatter moment;

    public DailyDigest(ClinicContent content) {
        this.clinic = content.clinic();
        this.frame = new MailLayout(clinic);
        this.day = DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US).withZone(clinic.timeZone());
        this.moment =
                DateTimeFormatter.ofPattern("EEEE, MMMM d, h:mm a", Locale.US).withZone(clinic.timeZone());
    }

    /** @param reconciliation the reconciler's latest sentence */
    public Mail write(DailyFigures figures, String reconciliation, Instant date) {
        String subject = "Web inquiries until %s: %d came, %d mailed, %s"
                .formatted(day.format(figures.to()), figures.inquiries(), figures.inInbox(), need(figures));
        String counts =
                """
                From %s to %s:

                %d web inquiries came.
                %d of them were mailed to this inbox.
                %d people got our e-mail; %d did not want e-mail.
                """
                        .formatted(
                                moment.format(figures.from()),
                                moment.format(figures.to()),
                                figures.inquiries(),
                                figures.inInbox(),
                                figures.answered(),
                                figures.unasked());
        String cases = figures.openCases().isEmpty()
                ? "Nothing needs a person."
                : "These need a person:\n\n"
                        + figures.openCases().stream()
                                .map(one -> "- " + one.subject().label() + ": " + inWords(one))
                                .collect(Collectors.joining("\n"));
        String proof = "Checked: " + reconciliation
                + ".\nThis mail comes every day. If it stays away, tell the person who runs this system.";
        String text = String.join("\n\n", counts.strip(), cases, proof) + "\n";
        String body = frame.title("Web inquiries")
                + frame.paragraph(counts.strip())
                + frame.heading(figures.openCases().isEmpty() ? "All is well" : "Please look")
                + frame.paragraph(cases)
                + frame.rule()
                + frame.small(proof);
        return new Mail(
                clinic.from(),
                clinic.inbox(),
                clinic.inbox(),
                subject,
                date,
                Map.of("Auto-Submitted", "auto-generated"),
                text,
                frame.around("en", subject, body),
                List.of());
    }

    private static String need(DailyFigures figures) {
        long cases =
                figures.openCases().stream().map(OpenCase::subject).distinct().count();
        return cases == 1 ? "1 needs a person" : cases + " need a person";
    }

    private static String inWords(OpenCase one) {
        boolean forPatient = one.audience() == Audience.PATIENT;
        return switch (one.state()) {
            case REFUSED -> forPatient ? "their mail server refused the address; please phone" : "the inbox refused it";
            case UNACCEPTABLE ->
                forPatient ? reason(one) + "; please phone" : "the inbox does not take it: " + reason(one);
            case BOUNCED -> forPatient ? "our mail to the person came back; please phone" : "the inbox sent it back";
            case EXPIRED -> "their mail server did not take our mail for days; please phone";
            case UNKNOWN -> "our mail may have arrived, we cannot tell; please phone";
            case WITHHELD -> "we sent this person no mail (%s); please look".formatted(reason(one));
            case OWED, ATTEMPTING, DEFERRED, SENT ->
                forPatient
                        ? "our mail to the person is still on its way"
                        : "the mail to the clinic is still on its way";
        };
    }

    private static String reason(OpenCase one) {
        return one.reason() == null ? "nobody noted why" : one.reason().words();
    }
}
