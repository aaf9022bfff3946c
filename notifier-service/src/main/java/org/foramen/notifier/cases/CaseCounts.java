package org.foramen.notifier.cases;

import java.time.Duration;
import org.foramen.contract.Level;
import org.jspecify.annotations.Nullable;

/**
 * The board in figures. What looks like spam counts only where somebody is asked to answer it all the same.
 *
 * @param emergencies those that nobody reached yet
 * @param today others that nobody has tried and that are due until the end of today, the late ones included
 * @param later others that are due after today
 * @param tried those that were tried in vain
 * @param late how many of all these should have been answered by now
 */
public record CaseCounts(long emergencies, long today, long later, long tried, long late) {

    /** What is counted alike. */
    public record Standing(CaseState state, Level level) {}

    /**
     * How soon people heard from the clinic, of those who first did in a span of time.
     *
     * @param median null when nobody was answered
     * @param inTime the share that was answered by the time that was promised, from 0 to 1; null when nobody was answered
     */
    public record FirstAnswers(long answered, @Nullable Duration median, @Nullable Double inTime) {}
}
