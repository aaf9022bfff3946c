package org.foramen.notifier.console.people;

import java.util.List;
import org.foramen.notifier.cases.CaseFilter.Lane;

/**
 * One list of the board.
 *
 * @param title what it is called
 * @param none what stands there when nobody does
 * @param number the page of it, from 1
 * @param more true when others follow
 */
record BoardLane(Lane lane, String title, String none, List<BoardRow> rows, int number, boolean more) {

    BoardLane {
        rows = List.copyOf(rows);
    }
}
