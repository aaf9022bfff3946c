package org.foramen.notifier.settings;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.foramen.base.SettingRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The daily mail to the clinic, {@code foramen.digest.*}.
 *
 * @param at when the clinic is mailed the list of the day, by its own clock; nothing: never
 */
public record DigestSettings(@DefaultValue("07:00") String at) {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H:mm");

    public DigestSettings {
        try {
            hour(at);
        } catch (DateTimeParseException e) {
            throw new SettingRefused(
                    "FORAMEN_DIGEST_AT is '" + at + "', which is no time such as 07:00, nor nothing for never.");
        }
    }

    /** When the clinic is told; null: never. As a time it could not be set to nothing: Spring would take the default. */
    public @Nullable LocalTime hour() {
        return hour(at);
    }

    private static @Nullable LocalTime hour(String at) {
        return at.isBlank() ? null : LocalTime.parse(at.strip(), HOUR);
    }
}
