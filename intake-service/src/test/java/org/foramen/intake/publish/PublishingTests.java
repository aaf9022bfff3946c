package org.foramen.intake.publish;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.foramen.base.SettingRefused;
import org.foramen.intake.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishingTests {

    @TempDir
    Path data;

    @Test
    void aSpoolThatCannotBeUsedIsSaidInASentence() throws IOException {
        Files.writeString(data.resolve("spool"), "in the way");

        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> new Publishing().spool(Settings.intake(data), new SimpleMeterRegistry()))
                .withMessageContaining(data.resolve("spool").toString())
                .withMessageContaining("FORAMEN_DATA");
    }
}
