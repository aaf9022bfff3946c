package org.foramen.notifier.cases;

import org.foramen.contract.Level;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a page shows.
 *
 * @param lane one of the board's; null means all that are open
 * @param state null means any
 * @param level null means any
 * @param language such as {@code es}; null means any
 * @param owner a user's name; null means any
 * @param procedure a library id; null means any
 */
public record CaseFilter(
        @Nullable Lane lane,
        @Nullable CaseState state,
        @Nullable Level level,
        @Nullable String language,
        @Nullable String owner,
        @Nullable String procedure) {

    public static CaseFilter of(Lane lane) {
        return new CaseFilter(lane, null, null, null, null, null);
    }

    /** The lists of the board. */
    public enum Lane {
        /** Emergencies that nobody reached yet, oldest first. */
        NOW,
        /** The others that nobody has tried: who presses first, then day by day, who asked for this time of day first. */
        TODAY,
        /** Those that were tried, in the same order. */
        TRIED,
        /** What was done today, newest first. */
        DONE_TODAY
    }
}
