package org.foramen.notifier.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;
import org.foramen.notifier.Settings;
import org.junit.jupiter.api.Test;

class NotifierSettingsTests {

    @Test
    void theDailyMailComesAtItsHourOrNever() {
        assertThat(Settings.with("foramen.digest.at", "07:00").digest().at()).isEqualTo(LocalTime.of(7, 0));
        assertThat(Settings.with("foramen.digest.at", "").digest().at()).isNull();
    }

    @Test
    void outsideProductionNothingIsDemanded() {
        assertThat(Settings.defaults().production()).isFalse();
        assertThat(Settings.with("foramen.mode", "production").production()).isTrue();
    }

    @Test
    void aRetentionThatIsNotLongerThanAMailIsTriedRefusesTheStart() {
        assertThatThrownBy(() -> Settings.with("foramen.topic.retention", "72h"))
                .rootCause()
                .hasMessageContaining("FORAMEN_TOPIC_RETENTION");
        assertThat(Settings.with("foramen.topic.retention", "73h").topic().retention()).isEqualTo(Duration.ofHours(73));
    }
}
