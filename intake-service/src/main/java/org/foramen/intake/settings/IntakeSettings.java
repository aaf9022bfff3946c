package org.foramen.intake.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.foramen.base.Mode;
import org.foramen.base.TopicSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The intake's own settings, {@code foramen.*}.
 *
 * @param mode what is made up when it is not given, and what is demanded
 * @param content the folder that clinic staff edit
 * @param data where the intake keeps what it must not lose
 * @param sealKeys the file with the public keys; null means a pair made on first start under {@code data}
 * @param traces where traces are sent; null: none are made
 */
@ConfigurationProperties("foramen")
public record IntakeSettings(
        @DefaultValue("development") Mode mode,
        @DefaultValue("content") Path content,
        @DefaultValue("data") Path data,
        @Nullable Path sealKeys,
        @Nullable URI traces,
        @DefaultValue TopicSettings topic,
        @DefaultValue Publishing publishing,
        @DefaultValue Spool spool,
        @DefaultValue Form form) {

    public boolean production() {
        return mode == Mode.PRODUCTION;
    }

    /** @param deadline how long a visitor waits for Kafka before the inquiry is spooled */
    public record Publishing(@DefaultValue("3s") Duration deadline) {}

    /**
     * The disk that holds inquiries while Kafka is away.
     *
     * @param maxSize the most it may hold
     * @param minFree the disk space that it leaves to others
     * @param interval how often it is looked at when Kafka was away
     */
    public record Spool(
            @DefaultValue("1GB") DataSize maxSize,
            @DefaultValue("200MB") DataSize minFree,
            @DefaultValue("1s") Duration interval) {}

    /**
     * The form and the API.
     *
     * @param maxBody the largest body that a form or a client may send
     * @param allowedOrigins the sites that may show the form in a frame, such as {@code https://www.clinic.example}
     */
    public record Form(@DefaultValue("64KB") DataSize maxBody, @DefaultValue List<String> allowedOrigins) {

        private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\\d{1,5})?");

        public Form {
            allowedOrigins = List.copyOf(allowedOrigins);
            for (String origin : allowedOrigins) {
                if (!ORIGIN.matcher(origin).matches()) {
                    throw new IllegalArgumentException("foramen.form.allowed-origins holds '" + origin
                            + "', which is not an origin such as https://www.clinic.example");
                }
            }
        }
    }
}
