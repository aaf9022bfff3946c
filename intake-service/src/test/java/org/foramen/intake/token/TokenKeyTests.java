package org.foramen.intake.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.foramen.base.SettingRefused;
import org.foramen.intake.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenKeyTests {

    @TempDir
    Path folder;

    @Test
    void aKeyIsMadeOnceAndReadByItsOwnerAlone() throws IOException {
        byte[] first = made().keyFor("a purpose");
        byte[] second = made().keyFor("a purpose");

        assertThat(second).isEqualTo(first);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve(TokenKey.FILE));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(TokenKey.FILE))))
                .isEqualTo("rw-------");
    }

    @Test
    void eachPurposeHasAKeyOfItsOwn() {
        assertThat(made().keyFor("a purpose")).isNotEqualTo(made().keyFor("another"));
    }

    @Test
    void inProductionNoKeyIsMade() throws IOException {
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> new TokenKey(Settings.abuse(), Settings.intake(folder, "mode", "production")))
                .withMessageContaining("FORAMEN_ABUSE_TOKEN_KEY");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aKeyThatCanBeGuessedIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("short"), "secret\n");

        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> given(file))
                .withMessageContaining("fewer than 32 characters")
                .withMessageNotContaining("secret");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> given(folder.resolve("nothing")))
                .withMessageContaining("cannot be read");
    }

    private TokenKey made() {
        return new TokenKey(Settings.abuse(), Settings.intake(folder));
    }

    private TokenKey given(Path file) {
        return new TokenKey(Settings.abuse("token-key", file.toString()), Settings.intake(folder));
    }
}
