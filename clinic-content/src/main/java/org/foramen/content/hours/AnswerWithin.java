package org.foramen.content.hours;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foramen.content.file.InvalidEntry;

/**
 * How soon the clinic answers, counted by its own clock.
 *
 * @param days whole office days, or 0 where it is counted in time
 * @param time office time, or zero where it is counted in days
 */
record AnswerWithin(int days, Duration time) {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,2}) (day|hour|minute)s?");

    /** Reads {@code 1 day}, {@code 8 hours} or {@code 30 minutes}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static AnswerWithin parse(String text) {
        Matcher found = FORM.matcher(text.strip());
        if (!found.matches()) {
            throw new InvalidEntry(
                    "must be a time such as '1 day', '8 hours' or '30 minutes', not '%s'".formatted(text));
        }
        int number = Integer.parseInt(found.group(1));
        return switch (found.group(2)) {
            case "day" -> new AnswerWithin(number, Duration.ZERO);
            case "hour" -> new AnswerWithin(0, Duration.ofHours(number));
            default -> new AnswerWithin(0, Duration.ofMinutes(number));
        };
    }

    Instant after(Instant received, OfficeHours hours) {
        return days > 0 ? hours.endOfDay(received, days) : hours.plusOfficeTime(received, time);
    }
}
