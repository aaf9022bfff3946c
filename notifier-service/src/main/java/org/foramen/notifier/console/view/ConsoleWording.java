package org.foramen.notifier.console.view;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.foramen.content.ClinicContent;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.Recipient;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.delivery.SubjectKind;
import org.foramen.notifier.message.desk.DeskWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in the clinic's words what the ledger says in codes. */
@Component
public class ConsoleWording {

    private static final String CONSOLE = "console.";
    private static final String RESEND = "resend ";
    private static final String CASE = "case ";

    /** What people and programs do beside the mails and the board, as the audit keeps it, with dashes for spaces. */
    private static final List<String> DONE = List.of(
            """
            release erase hold lift-hold passkey-added passkey-removed passkey-code delayed complaint
            replay open export-fhir webhook-disabled webhook-replay"""
                    .split("\\s+"));

    /** Those that are not named by what somebody did, nor by an enum. */
    private static final List<String> TEXTS = List.of(
            """
            inbox name.record name.digest name.reminder standing.unreadable standing.held-back
            standing.not-wanted standing.not-sent why.unreadable why.held-back why.instead answer.none
            did.resend did.dismiss"""
                    .split("\\s+"));

    private final DeskWords words;

    /** @throws IllegalArgumentException when the wording lacks a text that the console needs */
    public ConsoleWording(ClinicContent content) {
        this.words = new DeskWords(content);
        List.of(Audience.values()).forEach(this::audience);
        List.of(State.values()).forEach(this::state);
        List.of(State.values()).forEach(state -> say("story", state));
        List.of(Dismissal.values()).forEach(this::dismissal);
        List.of(Headline.Grade.values()).forEach(this::grade);
        DONE.forEach(this::action);
        TEXTS.forEach(this::say);
    }

    /** A text of the console. */
    public String say(String name) {
        return words.say(CONSOLE + name);
    }

    /** The same with one place filled in. */
    public String say(String name, String place, String value) {
        return words.say(CONSOLE + name, Map.of(place, value));
    }

    private String say(String name, Enum<?> one) {
        return words.say(CONSOLE + name, one);
    }

    /** What came of something that somebody did, for whoever did it. */
    public String told(String what) {
        return say("told." + what);
    }

    /** The same where it was done to several. */
    public String told(String what, long count) {
        return words.counted(CONSOLE + "told." + what, count);
    }

    /** An answer that may be read on a page of many: with the name of what it is about. */
    public String about(String subject, String answer) {
        return name(subject) + ": " + answer;
    }

    public Headline headline(MailStanding mail, long urgent) {
        return Headline.of(mail, urgent, words);
    }

    public String grade(Headline.Grade grade) {
        return words.say(Headline.TEXTS + "grade." + grade.style());
    }

    public String allWell() {
        return words.say(Headline.TEXTS + "well");
    }

    /** What a chart shows: the most of an hour, and the value of this one. */
    public String chart(String name, long most, long now) {
        Map<String, String> figures =
                Map.of("what", say("chart." + name), "most", String.valueOf(most), "now", String.valueOf(now));
        return words.say(CONSOLE + (most == 0 ? "chart.none" : "chart.figures"), figures);
    }

    /** What people call a subject, by its wire name or its id. */
    public String name(String subject) {
        return find(subject).map(this::name).orElse(subject);
    }

    private String name(Subject subject) {
        return subject.fold(
                InquiryId::reference,
                place -> words.say(
                        CONSOLE + "name.record",
                        Map.of(
                                "partition", String.valueOf(place.partition()),
                                "offset", String.valueOf(place.offset()))),
                day -> say("name.digest", "day", day.toString()),
                reminder -> say("name.reminder", "slot", reminder.slot().toString()));
    }

    public String audience(Audience audience) {
        return say("audience", audience);
    }

    public String recipient(Recipient recipient) {
        String audience = audience(recipient.audience());
        return recipient.isFirst()
                ? audience
                : words.say(
                        CONSOLE + "inbox", Map.of("audience", audience, "number", String.valueOf(recipient.index())));
    }

    public String state(State state) {
        return say("state", state);
    }

    /** How far a row of the list is; a note about a record that cannot be read stands for that record. */
    public String standing(Delivery delivery) {
        return delivery.key().subject().kind() == SubjectKind.DEAD_LETTER
                ? say("standing.unreadable")
                : state(delivery);
    }

    /** How far a delivery is; of a mail that is not sent, whether it waits for somebody. */
    public String state(Delivery delivery) {
        Reason reason = delivery.reason();
        if (delivery.state() != State.WITHHELD || reason == null) {
            return state(delivery.state());
        }
        return say(
                reason.releasable()
                        ? "standing.held-back"
                        : reason == Reason.NO_CONSENT ? "standing.not-wanted" : "standing.not-sent");
    }

    /** Names the looks of that. */
    public String style(Delivery delivery) {
        boolean waits = delivery.key().subject().kind() == SubjectKind.DEAD_LETTER
                || delivery.reason() != null && delivery.reason().releasable();
        return waits ? "deferred" : delivery.state().wireName();
    }

    /** Why it is so, as a part of the list; a dash where the ledger gives no reason. */
    public String why(Delivery delivery) {
        return delivery.reason() == null ? "–" : words.reason(delivery.reason());
    }

    /** How far a delivery is, in a sentence. */
    public String story(Delivery delivery) {
        return say("story", delivery.state());
    }

    /** Why a delivery is owed or withheld, in a sentence; null where the ledger gives no reason. */
    public @Nullable String reason(Delivery delivery) {
        Reason reason = delivery.reason();
        if (reason == null) {
            return null;
        }
        String why = words.reason(reason);
        return switch (reason.meaning()) {
            case WITHHELD, OWED, FAULT -> sentence(why);
            case UNREADABLE -> say("why.unreadable", "reason", why);
            case HELD_BACK -> say("why.held-back", "reason", sentence(why));
            case INSTEAD -> say("why.instead", "reason", why);
        };
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    /** The mail server's last answer, such as {@code 550 5.1.1}. */
    public String answer(Delivery delivery) {
        Integer code = delivery.smtpCode();
        if (code == null) {
            return "–";
        }
        String enhanced = delivery.enhancedStatus() == null ? "" : " " + delivery.enhancedStatus();
        return code < 0 ? say("answer.none") : code + enhanced;
    }

    /** What was done, as the audit names it; as the ledger has it where the wording has no word for it. */
    public String action(String action) {
        if (action.startsWith(RESEND)) {
            return say("did.resend", "to", action.substring(RESEND.length()));
        }
        if (action.startsWith(CASE)) {
            return words.say("board.did." + action.substring(CASE.length()));
        }
        String name = action.replace(' ', '-');
        return Dismissal.of(action)
                .map(reason -> say("did.dismiss", "why", dismissal(reason)))
                .orElseGet(() -> DONE.contains(name) ? say("did." + name) : action);
    }

    public String dismissal(Dismissal reason) {
        return say("dismissal", reason);
    }

    /** The address of the page that tells about a subject, by its wire name or its id. */
    public String place(String subject) {
        return find(subject).map(found -> "/inquiries/" + found.wireName()).orElse("/audit");
    }

    private static Optional<Subject> find(String subject) {
        return Stream.of(SubjectKind.values())
                .map(kind -> kind == SubjectKind.INQUIRY ? subject : kind.wireName() + "-" + subject)
                .flatMap(name -> Subject.named(name).stream())
                .findFirst();
    }
}
