package org.foramen.notifier.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import org.foramen.base.SettingRefused;
import org.foramen.notifier.Settings;
import org.foramen.notifier.settings.NotifierSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningKeysTests {

    private final OpeningKeys keys = new OpeningKeys();

    @Test
    void onALaptopAPairOfKeysIsMade(@TempDir Path folder) {
        keys.inquiryOpener(Settings.with(Map.of("foramen.data", folder.toString())));

        assertThat(folder.resolve("keys/seal-private.json")).exists();
    }

    @Test
    void inProductionNoKeyIsMadeUp(@TempDir Path folder) {
        NotifierSettings settings =
                Settings.with(Map.of("foramen.data", folder.toString(), "foramen.mode", "production"));

        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> keys.inquiryOpener(settings))
                .withMessageContaining("FORAMEN_SEAL_KEYS");
        assertThat(folder).isEmptyDirectory();
    }
}
