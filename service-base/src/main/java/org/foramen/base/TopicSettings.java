package org.foramen.base;

import java.time.Duration;
import org.foramen.contract.wire.Topics;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The topic of inquiries, as it is created when it is not there.
 *
 * @param name the topic; dead letters go to its name with {@code .dlt}
 * @param partitions when the topic is created
 * @param replicas copies of each record, when the topic is created; -1 takes the broker's default
 * @param retention how long an inquiry is kept
 */
@ConfigurationPropertiesSource
public record TopicSettings(
        @DefaultValue(Topics.INQUIRIES) String name,
        @DefaultValue("6") int partitions,
        @DefaultValue("-1") short replicas,
        @DefaultValue("90d") Duration retention) {

    /**
     * Refuses to keep inquiries for another time than the privacy notice tells people.
     *
     * @param days after {@code retentionDays} in {@code clinic.yml}
     */
    public void requireRetention(int days) {
        if (!retention.equals(Duration.ofDays(days))) {
            throw new SettingRefused(
                    "FORAMEN_TOPIC_RETENTION is %d hours, but retentionDays in clinic.yml, which people are told, is %d days: set both alike"
                            .formatted(retention.toHours(), days));
        }
    }
}
