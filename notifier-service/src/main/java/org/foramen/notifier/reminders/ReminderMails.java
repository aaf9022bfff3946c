package org.foramen.notifier.reminders;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.foramen.content.ClinicContent;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.notifier.cases.CaseFile;
import org.foramen.notifier.cases.CaseState;
import org.foramen.notifier.cases.Cases;
import org.foramen.notifier.delivery.Recipient;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.delivery.Subject.Reminder.Tone;
import org.foramen.notifier.message.DailyDigest;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.message.desk.DeskWords;
import org.springframework.stereotype.Component;

/** Writes a reminder when it is sent, of the ledger as it stands then: references, orders, topics and times, and no person. */
@Component
public class ReminderMails {

    private static final int MOST = 100;

    private final Cases cases;
    private final ClinicContent content;
    private final ClinicProfile clinic;
    private final Stationery stationery;
    private final DeskWords words;
    private final Clock clock;
    private final DateTimeFormatter moment;

    ReminderMails(Cases cases, Stationery stationery, Clock clock) {
        this.cases = cases;
        this.content = stationery.content();
        this.clinic = content.clinic();
        this.stationery = stationery;
        this.words = new DeskWords(content);
        this.clock = clock;
        this.moment =
                DateTimeFormatter.ofPattern("EEEE, MMMM d, h:mm a", Locale.US).withZone(clinic.timeZone());
    }

    /** Empty when everybody whom it names was answered meanwhile, or taken where it cannot wait. */
    public Optional<Mail> write(Subject.Reminder reminder, Recipient to) {
        boolean emergency = reminder.tone() == Tone.EMERGENCY;
        List<CaseFile> waiting = cases.namedBy(reminder, MOST).stream()
                .filter(file -> !emergency || file.state() == CaseState.NEW)
                .toList();
        return waiting.isEmpty() ? Optional.empty() : Optional.of(write(reminder.tone(), waiting, inbox(to)));
    }

    private String inbox(Recipient to) {
        return switch (to.audience()) {
            case FALLBACK -> clinic.fallbackInbox();
            case URGENT -> clinic.urgentInbox(to.index());
            case CLINIC, NOTICE, PATIENT -> clinic.inbox();
        };
    }

    private Mail write(Tone tone, List<CaseFile> waiting, String inbox) {
        Instant now = clock.instant();
        String subject = subject(tone, waiting, now);
        Map<String, Object> shown = Map.of(
                "title",
                subject,
                "foot",
                what(tone),
                "lines",
                waiting.stream()
                        .map(file -> new DailyDigest.Line(
                                line(file, now), stationery.links().person(file.inquiry())))
                        .toList());
        return new Mail(
                clinic.from(),
                words.say("sender"),
                inbox,
                clinic.inbox(),
                subject,
                now,
                Map.of("Auto-Submitted", "auto-generated"),
                stationery.templates().write("digest", "en", subject, subject, shown));
    }

    private static String subject(Tone tone, List<CaseFile> waiting, Instant now) {
        int people = waiting.size();
        String who = people == 1 ? "1 person" : people + " people";
        return switch (tone) {
            case EMERGENCY -> "Act now: %s with an emergency, nobody has taken it".formatted(who);
            case LATE -> "%s should have been answered an hour ago".formatted(who);
            case DUE -> {
                long late = waiting.stream().filter(file -> file.late(now)).count();
                yield late == 0
                        ? "%s to answer within the hour".formatted(who)
                        : "%s to answer now, %d late".formatted(who, late);
            }
        };
    }

    private static String what(Tone tone) {
        return switch (tone) {
            case EMERGENCY ->
                "Nobody has noted that they answer these people, who may be in danger. Open the list of people and call them.";
            case LATE -> "The clinic's inbox was told, and nobody has noted an answer since.";
            case DUE -> "Nobody has noted yet that these people were answered.";
        };
    }

    private String line(CaseFile file, Instant now) {
        String order =
                switch (file.order()) {
                    case CALL_NOW -> "call now";
                    case CALL -> "call";
                    case WRITE -> "write";
                    case WRITE_911 -> "write that they call 911";
                    case NOTHING -> file.suspected() ? "look whether it is spam" : "no way to reach them";
                };
        String due = (file.late(now) ? "was due " : "due ") + moment.format(file.due());
        String mailed = file.emergency() && file.clinicMail() != State.SENT ? "; its mail has reached no inbox" : "";
        return "%s: %s%s, %s, %s%s"
                .formatted(file.inquiry().reference(), order, language(file), topic(file), due, mailed);
    }

    private String language(CaseFile file) {
        Locale language = Locale.forLanguageTag(file.language());
        String ours = Locale.forLanguageTag(clinic.defaultLanguage()).getLanguage();
        return language.getLanguage().equals(ours) ? "" : ", in " + language.getDisplayLanguage(Locale.US);
    }

    private String topic(CaseFile file) {
        String procedure = file.procedure();
        if (file.emergency() || procedure == null) {
            return file.emergency() ? "emergency" : "general question";
        }
        return content.library()
                .find(procedure, clinic.defaultLanguage())
                .map(summary -> summary.title().toLowerCase(Locale.US))
                .orElse(procedure);
    }
}
