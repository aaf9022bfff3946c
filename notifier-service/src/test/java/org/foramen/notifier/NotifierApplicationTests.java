package org.foramen.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.foramen.base.SettingRefused;
import org.foramen.notifier.settings.NotifierSettings;
import org.junit.jupiter.api.Test;

/** What keeps the notifier from starting. */
class NotifierApplicationTests {

    @Test
    void itStartsWithTheRetentionThatPeopleAreTold() {
        assertThat(new NotifierApplication()
                        .clinicContent(settings("90d"))
                        .clinic()
                        .retentionDays())
                .isEqualTo(90);
    }

    @Test
    void itDoesNotStartWithAnother() {
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> new NotifierApplication().clinicContent(settings("30d")))
                .withMessageStartingWith("FORAMEN_TOPIC_RETENTION is 720 hours, but retentionDays in clinic.yml");
    }

    private static NotifierSettings settings(String retention) {
        return Settings.with(Map.of("foramen.content", "../content", "foramen.topic.retention", retention));
    }
}
