package org.foramen.notifier.console.view;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why somebody has nothing more to do about a record or a mail. */
public enum Dismissal {
    NOT_OURS("it is not ours"),
    TEST("it was a test"),
    REACHED("the person was reached another way"),
    SEEN("seen, and nothing to do");

    private static final String DISMISS = "dismiss ";

    private final String words;

    Dismissal(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

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
