package org.foramen.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.foramen.base.SettingRefused;
import org.foramen.intake.settings.IntakeSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class AllowedOriginsTests {

    private static final DataSize ANY = DataSize.ofKilobytes(1);

    @ParameterizedTest
    @ValueSource(strings = {"https://www.clinic.example", "http://localhost:8090"})
    void takesOrigins(String origin) {
        assertThat(new IntakeSettings.Form(ANY, List.of(origin)).allowedOrigins())
                .containsExactly(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "clinic.example",
                "https://clinic.example/",
                "https://clinic.example; script-src *",
                "'self'"
            })
    void refusesWhatIsNoOrigin(String other) {
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> new IntakeSettings.Form(ANY, List.of(other)))
                .withMessageContaining("which is not an origin such as https://www.clinic.example");
    }
}
