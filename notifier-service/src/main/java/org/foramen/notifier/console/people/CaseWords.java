package org.foramen.notifier.console.people;

import java.util.Locale;
import org.foramen.content.ClinicContent;
import org.foramen.contract.Level;
import org.foramen.contract.Person;
import org.foramen.contract.details.BestTime;
import org.foramen.notifier.cases.CaseFile;
import org.foramen.notifier.cases.CaseState;
import org.foramen.notifier.order.Order;
import org.foramen.notifier.order.PatientMailFate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in words how far a person to answer is. */
@Component
class CaseWords {

    private final ClinicContent content;

    CaseWords(ClinicContent content) {
        this.content = content;
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

    /** The one thing to do, such as {@code Call, in Spanish, in the morning}. */
    public String order(Order order, String language, @Nullable BestTime bestTime) {
        String what =
                switch (order) {
                    case CALL_NOW -> "Call now";
                    case CALL -> "Call";
                    case WRITE -> "Write";
                    case WRITE_911 -> "Write now that they call 911";
                    case NOTHING -> "Nothing to do";
                };
        boolean ours = content.clinic().defaultLanguage().equals(language);
        String in = ours || order == Order.NOTHING ? "" : ", in " + language(language);
        String when = order != Order.CALL || bestTime == null || bestTime == BestTime.ANY
                ? ""
                : bestTime == BestTime.MORNING ? ", mornings" : ", afternoons";
        return what + in + when;
    }

    /** The English name of a language. */
    public String language(String tag) {
        String name = Locale.forLanguageTag(tag).getDisplayLanguage(Locale.US);
        return name.isEmpty() ? tag : name;
    }

    /** The language in which somebody is answered, without its region. */
    String languageOf(Person person) {
        return Locale.forLanguageTag(person.preferredLanguage()).getLanguage();
    }

    /** What people call a procedure, by its library id. */
    public String procedure(String id) {
        return content.library()
                .find(id, content.clinic().defaultLanguage())
                .map(handout -> handout.title().toLowerCase(Locale.US))
                .orElse(id.replace('-', ' '));
    }

    String topic(CaseFile file) {
        String about = file.procedure() == null ? "general question" : procedure(file.procedure());
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
