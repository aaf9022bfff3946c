package org.foramen.content.hours;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.foramen.content.file.InvalidEntries;
import org.foramen.content.file.InvalidEntry;

/**
 * The hours of an ordinary week.
 *
 * @param openings by day, in the week's order; a day that is not there is closed
 */
record WeeklyHours(Map<DayOfWeek, List<Opening>> openings) {

    private static final String DAYS =
            Arrays.stream(DayOfWeek.values()).map(WeeklyHours::nameOf).collect(Collectors.joining(", "));

    /** Reads {@code {monday-thursday: "9:00-17:00", friday: "9:00-12:00"}}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static WeeklyHours parse(Map<String, String> texts) {
        Map<DayOfWeek, List<Opening>> openings = new EnumMap<>(DayOfWeek.class);
        InvalidEntries wrong = new InvalidEntries();
        wrong.unless(!texts.isEmpty(), "weekly", "must open the clinic on one day at least");
        texts.forEach((days, text) -> {
            List<Opening> hours = new ArrayList<>();
            wrong.in(() -> hours.addAll(Opening.parse(days, text)));
            for (String part : days.split(",", -1)) {
                wrong.in(() -> addDays(openings, days, part.strip(), hours));
            }
        });
        wrong.throwIfAny();
        return new WeeklyHours(openings);
    }

    List<Opening> on(DayOfWeek day) {
        return openings.getOrDefault(day, List.of());
    }

    private static void addDays(
            Map<DayOfWeek, List<Opening>> openings, String entry, String part, List<Opening> hours) {
        String[] ends = part.split("\\s*-\\s*", 2);
        DayOfWeek day = day(entry, ends[0]);
        DayOfWeek last = day(entry, ends[ends.length - 1]);
        while (true) {
            if (openings.put(day, hours) != null) {
                throw new InvalidEntry(entry, "names %s twice".formatted(nameOf(day)));
            }
            if (day == last) {
                return;
            }
            day = day.plus(1);
        }
    }

    private static DayOfWeek day(String entry, String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> nameOf(day).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidEntry(entry, "must name days: one of %s, or two with a dash".formatted(DAYS)));
    }

    private static String nameOf(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }
}
