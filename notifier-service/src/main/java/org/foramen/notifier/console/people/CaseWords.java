package org.foramen.notifier.console.people;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foramen.content.ClinicContent;
import org.foramen.contract.Level;
import org.foramen.notifier.cases.CaseFile;
import org.foramen.notifier.cases.CaseFilter.Lane;
import org.foramen.notifier.cases.CaseState;
import org.foramen.notifier.cases.CloseReason;
import org.foramen.notifier.consent.KeptConsent;
import org.foramen.notifier.message.desk.DeskWords;
import org.foramen.notifier.order.NothingToDo;
import org.foramen.notifier.order.Order;
import org.foramen.notifier.order.PatientMailFate;
import org.springframework.stereotype.Component;

/** Says in words how far a person to answer is. */
@Component
public final class CaseWords {

    private static final String BOARD = "board.";
    private static final String DOT = " · ";

    /** Those that no enum names. */
    private static final List<String> TEXTS = List.of(
            """
            told.emergency told.crisis got.because late due.in due.at due.none came tried.one tried.many spam holder.taken
            holder.tried holder.reached did.taken did.reached did.no-answer did.left-word did.closed
            did.reopened consent consent.language consent.page consent.api consent.none press.gone
            meanwhile.changed meanwhile.you meanwhile.somebody meanwhile.now fact.wants fact.wants.phone
            fact.wants.email fact.email fact.email.none fact.agreed fact.agreed.yes fact.agreed.no fact.language
            fact.procedure fact.doubts notKept"""
                    .split("\\s+"));

    private final DeskWords words;
    private final DateTimeFormatter day;

    /** @throws IllegalArgumentException when the wording lacks a text that the board needs */
    public CaseWords(ClinicContent content) {
        this.words = new DeskWords(content);
        this.day = DateTimeFormatter.ofPattern("MMM d, uuuu, h:mm a", Locale.US)
                .withZone(content.clinic().timeZone());
        List.of(Lane.values()).forEach(this::title);
        List.of(Lane.values()).forEach(this::none);
        List.of(CaseState.values()).forEach(this::state);
        List.of(CaseState.values()).forEach(state -> say("press", state));
        List.of(CaseState.values()).forEach(state -> say("meanwhile", state));
        List.of(Level.values()).forEach(this::level);
        List.of(PatientMailFate.values()).forEach(fate -> say("got", fate));
        List.of(CloseReason.values()).forEach(this::why);
        List.of(Order.values()).forEach(order -> say("show", order));
        TEXTS.forEach(this::say);
    }

    /** A text of the board. */
    String say(String name) {
        return words.say(BOARD + name);
    }

    /** The same with one place filled in. */
    String say(String name, String place, String value) {
        return words.say(BOARD + name, Map.of(place, value));
    }

    /** The same for one of several, with its places filled in. */
    String say(String name, Enum<?> one, Map<String, String> values) {
        return words.say(BOARD + name, one, values);
    }

    private String say(String name, Enum<?> one) {
        return words.say(BOARD + name, one);
    }

    /** What stands where a person asked nothing. */
    String noQuestion() {
        return words.say("question.none");
    }

    String title(Lane lane) {
        return say("lane", lane);
    }

    /** What stands in a list when nobody does. */
    String none(Lane lane) {
        return say("none", lane);
    }

    public String state(CaseState state) {
        return say("state", state);
    }

    public String level(Level level) {
        return say("level", level);
    }

    /** Why a case is closed. */
    public String why(CloseReason reason) {
        return say("why", reason);
    }

    /** How often somebody tried to reach the person. */
    String tried(int times) {
        return words.counted(BOARD + "tried", times);
    }

    /** The one thing to do, in the words of the mails; why, where that is nothing. */
    String order(CaseFile file) {
        NothingToDo why = file.whyNothing();
        return why == null
                ? words.order(file.order(), file.level(), file.language(), file.bestTime())
                : words.nothing(why);
    }

    /** What the button says that shows who it is: to follow the one order. */
    public String show(CaseFile file) {
        return say("show", file.order());
    }

    public String language(String tag) {
        return words.language(tag);
    }

    /** What people call a procedure, by its library id. */
    public String procedure(String id) {
        return words.procedure(id);
    }

    String topic(CaseFile file) {
        String about = words.procedure(file.procedure());
        return file.suspected() && file.order() != Order.NOTHING ? about + DOT + say("spam") : about;
    }

    /** What the person got from us so far; that our mail does not reach them is {@link #unreached}. */
    String got(CaseFile file, PatientMailFate fate) {
        String told = file.emergency() ? say("told", file.level()) : "";
        String mailed =
                switch (fate) {
                    case UNREACHABLE -> "";
                    case HELD_BACK -> heldBack(file);
                    default -> say("got", fate);
                };
        return Stream.of(told, mailed).filter(text -> !text.isEmpty()).collect(Collectors.joining(DOT));
    }

    /** That our mail does not reach a person. */
    String unreached() {
        return say("got", PatientMailFate.UNREACHABLE);
    }

    /** Why it is held back, where the row does not say so already. */
    private String heldBack(CaseFile file) {
        return file.whyNothing() == NothingToDo.SPAM
                ? say("got", PatientMailFate.HELD_BACK)
                : say("got.because", "reason", words.reason(file.patientMailReason()));
    }

    /** Whether our mail was agreed to, and by which words: for whoever asks for evidence. */
    String consent(Optional<KeptConsent> given) {
        return given.map(this::consent).orElseGet(() -> say("consent.none"));
    }

    private String consent(KeptConsent consent) {
        String when = words.say(
                BOARD + "consent", Map.of("time", day.format(consent.givenAt()), "version", consent.wording()));
        String in = consent.language() == null
                ? ""
                : " " + say("consent.language", "language", language(consent.language()));
        String where = consent.channel() == null ? "" : ", " + say("consent." + consent.channel());
        return when + in + where + ".";
    }

    /** What was done, as the history of a case names it. */
    public String did(CaseFile.Event event) {
        String did = TEXTS.contains("did." + event.action()) ? say("did." + event.action()) : event.action();
        return event.reason() == null ? did : did + ": " + why(event.reason());
    }
}
