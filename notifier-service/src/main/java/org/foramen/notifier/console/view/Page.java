package org.foramen.notifier.console.view;

import java.util.List;

/**
 * One page of a long list.
 *
 * @param number from 1
 * @param more true when older rows follow
 */
public record Page<T>(int number, List<T> rows, boolean more) {

    private static final int ROWS = 50;
    private static final int MOST = 10_000;

    public Page {
        rows = List.copyOf(rows);
    }

    public static <T> Page<T> of(int asked, Source<T> source) {
        int number = Math.max(1, Math.min(MOST, asked));
        List<T> found = source.rows(ROWS + 1, (number - 1) * ROWS);
        return new Page<>(number, found.subList(0, Math.min(ROWS, found.size())), found.size() > ROWS);
    }

    /** Where the rows come from, newest first. */
    public interface Source<T> {
        List<T> rows(int most, int skipped);
    }
}
