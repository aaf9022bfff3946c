package org.foramen.notifier.console.people;

import java.util.List;
import org.foramen.notifier.cases.CaseFilter.Lane;

/**
 * One list of the board.
 *
 * @param number the page of it, from 1
 * @param more true when others follow
 */
record BoardLane(Lane lane, List<BoardRow> rows, int number, boolean more) {

    BoardLane {
        rows = List.copyOf(rows);
    }

    public String title() {
        return switch (lane) {
            case NOW -> "Now";
            case TODAY -> "Today, the next first";
            case TRIED -> "Tried";
            case DONE_TODAY -> "Done today";
        };
    }

    /** What stands there when nobody does. */
    public String none() {
        return switch (lane) {
            case NOW -> "Nobody needs a call now.";
            case TODAY -> "Nobody waits for an answer.";
            case TRIED -> "Nobody was tried in vain.";
            case DONE_TODAY -> "Nothing yet.";
        };
    }
}
