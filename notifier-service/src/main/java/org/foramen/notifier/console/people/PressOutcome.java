package org.foramen.notifier.console.people;

import java.util.Map;
import org.foramen.notifier.cases.CaseFilter.Lane;
import org.foramen.notifier.cases.CaseState;
import org.foramen.notifier.cases.action.CaseChange;

/** Says what came of a press, also to whoever was not quick enough. */
final class PressOutcome {

    private PressOutcome() {}

    /** What came of a press, for whoever pressed. @param tried the list in which a person stands who was tried */
    static String of(String reference, CaseChange change, Lane tried, String user, CaseWords words) {
        if (change instanceof CaseChange.Done done) {
            return words.say("press", done.now(), Map.of("reference", reference, "lane", words.title(tried)));
        } else if (change instanceof CaseChange.Meanwhile meanwhile) {
            return meanwhile(reference, meanwhile, user, words);
        }
        return words.say("press.gone", "reference", reference);
    }

    private static String meanwhile(String reference, CaseChange.Meanwhile meanwhile, String user, CaseWords words) {
        String by = meanwhile.by();
        String who = by == null ? words.say("meanwhile.somebody") : by.equals(user) ? words.say("meanwhile.you") : by;
        String what = by == null && meanwhile.now() == CaseState.NEW
                ? words.say("meanwhile.changed", "reference", reference)
                : words.say("meanwhile", meanwhile.now(), Map.of("who", who, "reference", reference));
        return what + " " + words.say("meanwhile.now");
    }
}
