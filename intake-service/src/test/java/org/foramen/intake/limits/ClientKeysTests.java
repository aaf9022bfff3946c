package org.foramen.intake.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.foramen.intake.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientKeysTests {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String OTHER = "fedcba9876543210fedcba9876543210";

    private final ClientKeys keys = keys("development", KEY + "," + OTHER);

    @Test
    void knowsItsKeysAndWhichOneItIs() {
        assertThat(keys.find("Bearer " + KEY)).contains(KEY);
        assertThat(keys.find("bearer " + OTHER)).contains(OTHER);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                KEY,
                "Basic " + KEY,
                "Bearer " + KEY + "0",
                "Bearer " + KEY + "," + OTHER
            })
    void knowsNothingElse(String authorization) {
        assertThat(keys.find(authorization)).isEmpty();
    }

    @Test
    void areNeedlessOnlyWhereNoneIsSetOutsideProduction() {
        assertThat(keys("development", "").areNeedless()).isTrue();
        assertThat(keys("production", "").areNeedless()).isFalse();
        assertThat(keys.areNeedless()).isFalse();
    }

    @Test
    void aShortKeyIsRefusedWithoutBeingSaid() {
        assertThatThrownBy(() -> keys("development", "hunter2"))
                .rootCause()
                .hasMessageContaining("FORAMEN_ABUSE_CLIENT_KEYS holds a key of fewer than 32 characters")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void areShownNowhere() {
        assertThat(Settings.abuse("client-keys", KEY)).asString().doesNotContain(KEY);
    }

    private static ClientKeys keys(String mode, String list) {
        return new ClientKeys(Settings.abuse("client-keys", list), Settings.intake(Path.of("x"), "mode", mode));
    }
}
