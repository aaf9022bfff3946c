package org.foramen.notifier.console.people;

import org.foramen.notifier.cases.CaseState;
import org.foramen.notifier.cases.action.CaseChange;

/** Says what came of a press, also to whoever was not quick enough. */
final class PressOutcome {

    private PressOutcome() {}

    /** What came of a press, for whoever pressed. */
    static String of(String reference, CaseChange change, String user) {
        if (change instanceof CaseChange.Done done) {
            return done(reference, done.now());
        } else if (change instanceof CaseChange.Meanwhile meanwhile) {
            return meanwhile(reference, meanwhile, user);
        }
        return reference + " is not on the board: it was erased, or never was.";
    }

    private static String done(String reference, CaseState now) {
        return switch (now) {
            case NEW -> reference + " is open again.";
            case TAKEN -> "You have " + reference + " now.";
            case TRIED -> "Noted for " + reference + ". It stays on the board under “Tried”.";
            case REACHED -> reference + " was reached. Well done.";
            case CLOSED -> reference + " is closed.";
        };
    }

    private static String meanwhile(String reference, CaseChange.Meanwhile meanwhile, String user) {
        String who = meanwhile.by() == null ? "Somebody" : meanwhile.by().equals(user) ? "You" : meanwhile.by();
        String what =
                switch (meanwhile.now()) {
                    case NEW ->
                        meanwhile.by() == null
                                ? reference + " was not as the page showed it."
                                : who + " opened " + reference + " again.";
                    case TAKEN -> who + " took " + reference + " meanwhile.";
                    case TRIED -> who + " tried to reach " + reference + " meanwhile.";
                    case REACHED -> who + " reached " + reference + " meanwhile.";
                    case CLOSED -> who + " closed " + reference + " meanwhile.";
                };
        return what + " Your press changed nothing; this is how it stands now.";
    }
}
