package org.foramen.notifier.console.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;

/**
 * Bars of the last hours, drawn on a ground of 480 by 100.
 *
 * @param sentence the chart in words
 */
public record Chart(String sentence, List<Bar> bars) {

    static final int HOURS = 24;

    private static final int SECONDS = 3600;
    private static final int STEP = 20;
    private static final int GAP = 4;
    private static final int HEIGHT = 100;

    public Chart {
        bars = List.copyOf(bars);
    }

    /** The beginning of the first hour of a chart that ends now. */
    public static Instant from(Instant now) {
        return Instant.ofEpochSecond((hourOf(now) - HOURS + 1) * SECONDS);
    }

    /**
     * Draws it.
     *
     * @param valueOf what an hour, counted from 1970, stands for
     * @param labelOf what an hour is called
     */
    public static Chart of(Instant now, LongUnaryOperator valueOf, Function<Instant, String> labelOf, InWords inWords) {
        long first = hourOf(now) - HOURS + 1;
        long most = 0;
        for (int index = 0; index < HOURS; index++) {
            most = Math.max(most, valueOf.applyAsLong(first + index));
        }
        List<Bar> bars = new ArrayList<>();
        for (int index = 0; index < HOURS; index++) {
            long value = valueOf.applyAsLong(first + index);
            int height = most == 0 || value == 0 ? 0 : (int) Math.max(2, HEIGHT * value / most);
            String label = labelOf.apply(Instant.ofEpochSecond((first + index) * SECONDS));
            bars.add(new Bar(label, value, index * STEP + GAP / 2, HEIGHT - height, STEP - GAP, height));
        }
        return new Chart(inWords.of(most, valueOf.applyAsLong(hourOf(now))), bars);
    }

    /**
     * What was open at the end of each hour: what is open now, less what came after, and what ended after.
     *
     * @param came by the hour, as {@code ended}
     */
    public static LongUnaryOperator backlog(long open, Map<Long, Long> came, Map<Long, Long> ended) {
        return hour -> Math.max(0, open - after(hour, came) + after(hour, ended));
    }

    private static long after(long hour, Map<Long, Long> counts) {
        return counts.entrySet().stream()
                .filter(count -> count.getKey() > hour)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static long hourOf(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), SECONDS);
    }

    /** Says a chart in words: the most of an hour, and the value of this one. */
    public interface InWords {
        String of(long most, long now);
    }

    /** One hour. */
    record Bar(String label, long value, int x, int y, int width, int height) {}
}
