package org.foramen.notifier.console.view;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foramen.content.ClinicContent;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.Recipient;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.delivery.SubjectKind;
import org.foramen.notifier.message.desk.DeskWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in the clinic's words how mails stand, which the ledger says in codes. */
@Component
public class ConsoleWording {

    private static final String CONSOLE = "console.";

    /** Those that no enum names. */
    private static final List<String> TEXTS = List.of(
            """
            inbox standing.unreadable standing.seen-to standing.held-back standing.not-wanted standing.not-sent
            why.unreadable why.held-back why.instead answer.none"""
                    .split("\\s+"));

    private final DeskWords words;

    /** @throws IllegalArgumentException when the wording lacks a text that the console needs */
    public ConsoleWording(ClinicContent content) {
        this.words = new DeskWords(content);
        List.of(Audience.values()).forEach(this::audience);
        List.of(State.values()).forEach(this::state);
        List.of(State.values()).forEach(state -> say("story", state));
        List.of(Headline.Grade.values()).forEach(this::grade);
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

    /**
     * How far a row of the list is; a note about a record that cannot be read stands for that record.
     *
     * @param unreadable the records that nobody saw to yet, by their places
     */
    public String standing(Delivery delivery, Collection<String> unreadable) {
        return isRecord(delivery)
                ? say(waits(delivery, unreadable) ? "standing.unreadable" : "standing.seen-to")
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
    public String style(Delivery delivery, Collection<String> unreadable) {
        boolean waits = isRecord(delivery)
                ? waits(delivery, unreadable)
                : delivery.reason() != null && delivery.reason().releasable();
        return waits ? "deferred" : delivery.state().wireName();
    }

    private static boolean waits(Delivery record, Collection<String> unreadable) {
        return unreadable.contains(record.key().subject().id());
    }

    private static boolean isRecord(Delivery delivery) {
        return delivery.key().subject().kind() == SubjectKind.DEAD_LETTER;
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
}
