package org.foramen.notifier.console.view;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.foramen.content.ClinicContent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says times as people at the clinic read them. */
@Component
public class ClinicTime {

    private static final Duration DAY = Duration.ofDays(1);

    private final ZoneId zone;
    private final DateTimeFormatter moment;
    private final DateTimeFormatter hour;
    private final DateTimeFormatter minute;
    private final DateTimeFormatter day;

    public ClinicTime(ClinicContent content) {
        this.zone = content.clinic().timeZone();
        this.moment = DateTimeFormatter.ofPattern("MMM d, h:mm:ss a", Locale.US).withZone(zone);
        this.hour = DateTimeFormatter.ofPattern("h a", Locale.US).withZone(zone);
        this.minute = DateTimeFormatter.ofPattern("h:mm a", Locale.US).withZone(zone);
        this.day = DateTimeFormatter.ofPattern("EEE MMM d, h:mm a", Locale.US).withZone(zone);
    }

    /** Such as {@code Nov 22, 10:30:05 AM}. */
    public String at(@Nullable Instant instant) {
        return instant == null ? "–" : moment.format(instant);
    }

    /** Such as {@code 10 AM}. */
    public String hour(Instant instant) {
        return hour.format(instant);
    }

    /** Such as {@code 10:30 AM}. */
    public String hourAndMinute(Instant instant) {
        return minute.format(instant);
    }

    /** Such as {@code 10:30 AM} for today, and {@code Mon Nov 30, 5:00 PM} else. */
    public String dayAndHour(Instant instant) {
        boolean today = instant.atZone(zone)
                .toLocalDate()
                .equals(Instant.now().atZone(zone).toLocalDate());
        return (today ? minute : day).format(instant);
    }

    /** The clinic's clock, such as {@code America/Los_Angeles}. */
    public String zone() {
        return zone.getId();
    }

    /** How long ago, or how long from now, such as {@code 3 min}. */
    public String distance(@Nullable Instant instant) {
        return instant == null
                ? "–"
                : words(Duration.between(instant, Instant.now()).abs());
    }

    /** Such as {@code 1.4 s}, {@code 3 min}, {@code 5 h}, {@code 2 d}. */
    public static String words(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(10)) < 0) {
            return String.format(Locale.US, "%.1f s", duration.toMillis() / 1000.0);
        } else if (duration.compareTo(Duration.ofMinutes(2)) < 0) {
            return duration.toSeconds() + " s";
        } else if (duration.compareTo(Duration.ofHours(2)) < 0) {
            return duration.toMinutes() + " min";
        }
        return duration.compareTo(DAY.multipliedBy(2)) < 0 ? duration.toHours() + " h" : duration.toDays() + " d";
    }
}
