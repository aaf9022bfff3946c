package org.foramen.notifier.console.people;

import org.foramen.content.ClinicContent;
import org.foramen.contract.Level;
import org.foramen.notifier.cases.CaseFile;
import org.foramen.notifier.cases.CaseState;
import org.foramen.notifier.message.desk.DeskWords;
import org.foramen.notifier.order.Order;
import org.foramen.notifier.order.PatientMailFate;
import org.springframework.stereotype.Component;

/** Says in words how far a person to answer is. */
@Component
class CaseWords {

    private final DeskWords words;

    CaseWords(ClinicContent content) {
        this.words = new DeskWords(content);
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
