package org.foramen.notifier.console.people;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.foramen.content.ClinicContent;
import org.foramen.contract.Level;
import org.foramen.notifier.cases.CaseFile;
import org.foramen.notifier.cases.CaseState;
import org.foramen.notifier.consent.KeptConsent;
import org.foramen.notifier.message.desk.DeskWords;
import org.foramen.notifier.order.Order;
import org.foramen.notifier.order.PatientMailFate;
import org.springframework.stereotype.Component;

/** Says in words how far a person to answer is. */
@Component
class CaseWords {

    private final DeskWords words;
    private final DateTimeFormatter day;

    CaseWords(ClinicContent content) {
        this.words = new DeskWords(content);
        this.day = DateTimeFormatter.ofPattern("MMM d, uuuu, h:mm a", Locale.US)
                .withZone(content.clinic().timeZone());
    }

    public String state(CaseState state) {
        return switch (state) {
            case NEW -> "new";
            case TAKEN -> "taken";
            case TRIED -> "tried";
            case REACHED -> "reached";
            case CLOSED -> "closed";
        };
    }

    public String level(Level level) {
        return switch (level) {
            case USUAL -> "usual";
            case CALL_TODAY -> "needs a doctor today";
            case EMERGENCY -> "emergency signs";
            case CRISIS -> "in crisis: 988";
        };
    }

    /** The one thing to do, in the words of the mails; why, where that is nothing. */
    String order(CaseFile file) {
        return file.order() == Order.NOTHING
                ? words.nothing(file.suspected())
                : words.order(file.order(), file.language(), file.bestTime());
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
        return file.suspected() ? about + " · looks like spam" : about;
    }

    /** What the person got from us so far. */
    String got(CaseFile file, PatientMailFate fate) {
        String told =
                switch (file.level()) {
                    case USUAL, CALL_TODAY -> "";
                    case EMERGENCY -> "told to call 911 · ";
                    case CRISIS -> "told to call 988 · ";
                };
        return told
                + switch (fate) {
                    case NOT_WANTED -> "wants no e-mail: no handout";
                    case OWED -> "our mail is not out yet";
                    case MAILED -> "got our mail";
                    case HELD_BACK -> "our mail is held back";
                    case UNREACHABLE -> "our mail came back";
                    case UNCERTAIN -> "our mail may have arrived";
                    case WITHHELD -> "got no mail";
                };
    }

    /** Whether our mail was agreed to, and by which words: for whoever asks for evidence. */
    String consent(Optional<KeptConsent> given) {
        return given.map(consent -> "Agreed to e-mail on %s, by the words of version %s%s%s."
                        .formatted(
                                day.format(consent.givenAt()),
                                consent.wording(),
                                consent.language() == null ? "" : " in " + language(consent.language()),
                                consent.channel() == null
                                        ? ""
                                        : consent.channel().equals("page") ? ", on our page" : ", in another program"))
                .orElse("No consent to e-mail is on record.");
    }

    /** What was done, as the history of a case names it. */
    public String did(CaseFile.Event event) {
        return switch (event.action()) {
            case "taken" -> "took it";
            case "reached" -> "reached the person";
            case "no-answer" -> "got no answer";
            case "left-word" -> "left word";
            case "closed" ->
                "closed it"
                        + (event.reason() == null ? "" : ": " + event.reason().words());
            case "reopened" -> "opened it again";
            default -> event.action();
        };
    }
}
