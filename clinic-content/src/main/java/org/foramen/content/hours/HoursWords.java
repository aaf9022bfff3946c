package org.foramen.content.hours;

import java.text.MessageFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.foramen.content.file.InvalidEntry;

/**
 * How one language speaks of days and times: {@code hours/<language>.yml}.
 *
 * @param days two days with those between, such as {@code {0} to {1}}
 * @param times two times of day, such as {@code {0} to {1}}
 * @param and between two stretches of one day, with its spaces
 * @param day a named day or a date in a sentence, such as {@code el {0}}
 * @param date a day further away, as a pattern of {@link DateTimeFormatter}
 * @param halves what follows a time before and after noon; empty where people count to 24
 */
public record HoursWords(String days, String times, String and, String day, String date, List<String> halves) {

    public HoursWords {
        requirePattern("days", days, "{0}", "{1}");
        requirePattern("times", times, "{0}", "{1}");
        requirePattern("day", day, "{0}");
        requireDate(date);
        if (!halves.isEmpty() && halves.size() != 2) {
            throw new InvalidEntry("halves", "must be two, or none");
        }
        halves = List.copyOf(halves);
    }

    private static void requireDate(String pattern) {
        String example = "";
        try {
            example = DateTimeFormatter.ofPattern(pattern).format(LocalDate.EPOCH);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new InvalidEntry("date", "is not a pattern of a day: " + e.getMessage(), e);
        }
        if (example.isBlank()) {
            throw new InvalidEntry("date", "must not be empty");
        }
    }

    private static void requirePattern(String entry, String text, String... places) {
        try {
            String filled = MessageFormat.format(text, (Object[]) places);
            if (Stream.of(places).allMatch(filled::contains)) {
                return;
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidEntry(entry, "is not a pattern: " + e.getMessage(), e);
        }
        throw new InvalidEntry(entry, "must hold " + String.join(" and ", places));
    }
}
