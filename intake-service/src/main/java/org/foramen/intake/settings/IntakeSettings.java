package org.foramen.intake.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.foramen.base.Mode;
import org.foramen.base.SettingRefused;
import org.foramen.base.TopicSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The intake's own settings, {@code foramen.*}.
 *
 * @param mode {@code production} starts only with keys that were given, and closes the API to programs without token or key
 * @param content the folder that clinic staff edit
 * @param data where the spool stands, and the keys when none are given
 * @param sealKeys the file with the public keys; nothing: a pair made on first start
 * @param traces where traces are sent as OTLP over HTTP, such as {@code http://collector:4318/v1/traces}; nothing: none are
 *     made
 */
@ConfigurationProperties("foramen")
public record IntakeSettings(
        @DefaultValue("development") Mode mode,
        @DefaultValue("content") Path content,
        @DefaultValue("data") Path data,
        @Nullable Path sealKeys,
        @Nullable URI traces,
        @DefaultValue Library library,
        @NestedConfigurationProperty @DefaultValue TopicSettings topic,
        @DefaultValue Publishing publishing,
        @DefaultValue Spool spool,
        @DefaultValue Form form) {

    public boolean production() {
        return mode == Mode.PRODUCTION;
    }

    /** True when only handouts are shown that a clinician has approved. */
    public boolean requireApproval() {
        return mode.requiresApproval(library.requireApproval());
    }

    /** @param requireApproval true: only texts that a clinician approved are shown and mailed; nothing: in production */
    public record Library(@Nullable Boolean requireApproval) {}

    /** @param deadline how long a visitor waits for Kafka before the inquiry is spooled */
    public record Publishing(@DefaultValue("3s") Duration deadline) {}

    /**
     * The disk that holds inquiries while Kafka is away.
     *
     * @param maxSize the most that waits on this disk
     * @param minFree the disk space that is left to others
     * @param interval how often the spool is carried over to Kafka while it holds anything; an empty one is looked at every 15 seconds
     */
    public record Spool(
            @DefaultValue("1GB") DataSize maxSize,
            @DefaultValue("200MB") DataSize minFree,
            @DefaultValue("1s") Duration interval) {}

    /**
     * The form and the API.
     *
     * @param maxBody the largest body of a form or an API call
     * @param allowedOrigins sites that may show the form in a frame, such as {@code https://www.clinic.example}
     */
    public record Form(@DefaultValue("64KB") DataSize maxBody, @DefaultValue List<String> allowedOrigins) {

        private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\\d{1,5})?");

        public Form {
            allowedOrigins = List.copyOf(allowedOrigins);
            for (String origin : allowedOrigins) {
                if (!ORIGIN.matcher(origin).matches()) {
                    throw new SettingRefused("FORAMEN_FORM_ALLOWED_ORIGINS holds '" + origin
                            + "', which is not an origin such as https://www.clinic.example.");
                }
            }
        }
    }
}
