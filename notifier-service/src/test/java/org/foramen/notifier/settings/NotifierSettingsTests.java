package org.foramen.notifier.settings;

import static org.assertj.core.api.Assertions.assertThat;

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
}
