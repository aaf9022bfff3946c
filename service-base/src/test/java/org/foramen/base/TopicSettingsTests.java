package org.foramen.base;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long inquiries are kept is what people are told. */
class TopicSettingsTests {

    private static final TopicSettings NINETY_DAYS =
            new TopicSettings("clinic.inquiries", 6, (short) -1, Duration.ofDays(90));

    @Test
    void theTimeThatPeopleAreToldIsTaken() {
        assertThatCode(() -> NINETY_DAYS.requireRetention(90)).doesNotThrowAnyException();
    }

    @Test
    void anotherTimeIsRefusedInASentenceThatNamesBoth() {
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> NINETY_DAYS.requireRetention(91))
                .withMessage(
                        "FORAMEN_TOPIC_RETENTION is 2160 hours, but retentionDays in clinic.yml, which people are told,"
                                + " is 91 days: set both alike");
    }
}
