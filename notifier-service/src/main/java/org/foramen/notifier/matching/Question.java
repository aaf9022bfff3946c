package org.foramen.notifier.matching;

import org.jspecify.annotations.Nullable;

/** What the match looks at: the message and what was chosen in the form, if anything. */
public record Question(String message, @Nullable String chosenProcedure, @Nullable String chosenRegion) {

    @Override
    public String toString() {
        return "Question[" + message.length() + " characters]";
    }
}
