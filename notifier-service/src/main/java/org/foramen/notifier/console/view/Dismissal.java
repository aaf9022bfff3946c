package org.foramen.notifier.console.view;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why somebody has nothing more to do about a record or a mail. */
public enum Dismissal {
    NOT_OURS,
    TEST,
    REACHED,
    SEEN;

    private static final String DISMISS = "dismiss ";

    /** As the audit keeps it. */
    public String action() {
        return DISMISS + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What an entry of the audit says, if it is one of these. */
    static Optional<Dismissal> of(String action) {
        return Stream.of(values())
                .filter(dismissal -> dismissal.action().equals(action))
                .findFirst();
    }
}
