package org.foramen.content.hours;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.foramen.content.file.InvalidEntries;
import org.foramen.content.file.InvalidEntry;

/** One stretch of a day in which the clinic is open. */
record Opening(LocalTime from, LocalTime until) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

    /** Reads {@code 9:00-12:00, 13:00-17:00}: in order, none touching the next. */
    static List<Opening> parse(String day, String text) {
        List<Opening> openings = new ArrayList<>();
        InvalidEntries wrong = new InvalidEntries();
        for (String part : text.split(",", -1)) {
            wrong.in(() -> openings.add(one(day, part)));
        }
        for (int index = 1; index < openings.size(); index++) {
            wrong.unless(
                    openings.get(index - 1).until.isBefore(openings.get(index).from),
                    day,
                    "has hours that meet or are out of order: " + text);
        }
        wrong.throwIfAny();
        return List.copyOf(openings);
    }

    private static Opening one(String day, String part) {
        String[] ends = part.strip().split("\\s*-\\s*", -1);
        try {
            if (ends.length == 2) {
                Opening opening = new Opening(LocalTime.parse(ends[0], TIME), LocalTime.parse(ends[1], TIME));
                if (opening.from.isBefore(opening.until)) {
                    return opening;
                }
            }
        } catch (DateTimeException e) {
            throw new InvalidEntry(day, "has hours that no clock shows: '%s'".formatted(part.strip()), e);
        }
        throw new InvalidEntry(
                day, "must have hours such as 9:00-17:00, the earlier first, not '%s'".formatted(part.strip()));
    }
}
