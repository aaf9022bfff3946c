package org.foramen.notifier.console.people;

import java.util.List;
import org.foramen.notifier.cases.CaseFile;
import org.jspecify.annotations.Nullable;

/**
 * One inquiry on the board, in words.
 *
 * @param clock what presses most, such as {@code due in 2 h}
 * @param pace how it looks: {@code late}, {@code soon}, or empty
 * @param beside the second line of the clock, such as {@code came 4:45 AM}
 * @param pills the one order, and what must be known before it
 * @param topic what it is about
 * @param got what the person got from us so far
 * @param holder who has it, or did it; null when nobody
 * @param sameAs the reference of a row above that is of the same person; null when there is none
 * @param held true when our mail to the person waits until somebody lets it go
 */
record BoardRow(
        CaseFile file,
        String clock,
        String pace,
        String beside,
        List<Pill> pills,
        String topic,
        String got,
        @Nullable String holder,
        @Nullable String sameAs,
        boolean held) {

    BoardRow {
        pills = List.copyOf(pills);
    }

    /** The id of the inquiry. */
    public String id() {
        return file.inquiry().value();
    }

    public String reference() {
        return file.inquiry().reference();
    }

    /**
     * A word or two that must be seen.
     *
     * @param style {@code alarm}, {@code order} or {@code look}
     */
    record Pill(String text, String style) {}
}
