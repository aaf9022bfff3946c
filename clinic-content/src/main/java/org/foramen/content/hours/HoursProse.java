package org.foramen.content.hours;

import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says hours and moments in one language, such as {@code Monday to Friday, 9 a.m. to 5 p.m.}. */
public final class HoursProse {

    private static final int NOON = 12;
    private static final int DAYS_THAT_A_NAME_TELLS_APART = 6;

    private final OfficeHours hours;
    private final HoursWords words;
    private final Locale locale;

    public HoursProse(OfficeHours hours, HoursWords words, String language) {
        this.hours = hours;
        this.words = words;
        this.locale = Locale.forLanguageTag(language);
    }

    /** The week: neighbouring days with the same hours are said together. */
    public String week() {
        List<String> parts = new ArrayList<>();
        DayOfWeek first = DayOfWeek.MONDAY;
        for (DayOfWeek day : DayOfWeek.values()) {
            boolean last = day == DayOfWeek.SUNDAY
                    || !hours.weekly().on(day).equals(hours.weekly().on(day.plus(1)));
            if (last) {
                if (!hours.weekly().on(day).isEmpty()) {
                    parts.add(days(first, day) + ", " + openings(day));
                }
                first = day.plus(1);
            }
        }
        return String.join("; ", parts);
    }

    /** A moment for words that are kept and read later: never {@code tomorrow}, always a day's name or a date. */
    public String onDay(Instant moment, Instant now) {
        ZonedDateTime there = moment.atZone(hours.timeZone());
        return named(there.toLocalDate(), now.atZone(hours.timeZone()).toLocalDate()) + ", "
                + time(there.toLocalTime());
    }

    private String named(LocalDate day, LocalDate today) {
        boolean near = !day.isBefore(today) && !day.isAfter(today.plusDays(DAYS_THAT_A_NAME_TELLS_APART));
        String name = near
                ? name(day.getDayOfWeek())
                : DateTimeFormatter.ofPattern(words.date(), locale).format(day);
        return MessageFormat.format(words.day(), name);
    }

    private String days(DayOfWeek first, DayOfWeek last) {
        return first == last ? name(first) : MessageFormat.format(words.days(), name(first), name(last));
    }

    private String openings(DayOfWeek day) {
        return hours.weekly().on(day).stream()
                .map(opening -> MessageFormat.format(words.times(), time(opening.from()), time(opening.until())))
                .collect(Collectors.joining(words.and()));
    }

    private String time(LocalTime time) {
        if (words.halves().isEmpty()) {
            return DateTimeFormatter.ofPattern("H:mm").format(time);
        }
        String pattern = time.getMinute() == 0 ? "h" : "h:mm";
        String half = words.halves().get(time.getHour() < NOON ? 0 : 1);
        return DateTimeFormatter.ofPattern(pattern).format(time) + "\u00a0" + half;
    }

    private String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }
}
