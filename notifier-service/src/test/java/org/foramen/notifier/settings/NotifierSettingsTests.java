package org.foramen.notifier.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.foramen.base.SettingRefused;
import org.foramen.notifier.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mock.env.MockEnvironment;

class NotifierSettingsTests {

    @Test
    void theDailyMailComesAtItsHourOrNever() {
        assertThat(Settings.defaults().digest().hour()).isEqualTo(LocalTime.of(7, 0));
        assertThat(Settings.with("foramen.digest.at", "8:30").digest().hour()).isEqualTo(LocalTime.of(8, 30));
        assertThat(Settings.with("foramen.digest.at", "").digest().hour()).isNull();
    }

    @Test
    void outsideProductionNothingIsDemanded() {
        assertThat(Settings.defaults().production()).isFalse();
        assertThat(Settings.with("foramen.mode", "production").production()).isTrue();
        assertThat(Settings.defaults().requireApproval()).isFalse();
        assertThat(Settings.with("foramen.mode", "production").requireApproval())
                .isTrue();
    }

    @Test
    void aRetentionThatIsNotLongerThanAMailIsTriedRefusesTheStart() {
        assertThatThrownBy(() -> Settings.with("foramen.topic.retention", "72h"))
                .rootCause()
                .hasMessageContaining("FORAMEN_TOPIC_RETENTION");
        assertThat(Settings.with("foramen.topic.retention", "73h").topic().retention())
                .isEqualTo(Duration.ofHours(73));
    }

    @ParameterizedTest
    @CsvSource({
        "https://console.clinic.example, https://console.clinic.example",
        "https://Console.Clinic.Example:443/, https://console.clinic.example",
        "https://clinic.example:8443/console, https://clinic.example:8443",
        "http://localhost:8081, http://localhost:8081"
    })
    void passkeysAreGoodForTheAddressThatStaffOpen(String address, String origin) {
        assertThat(Settings.with(Map.of("foramen.console.passkeys", "true", "foramen.console.address", address))
                        .console()
                        .origin())
                .hasToString(origin);
    }

    @ParameterizedTest
    @CsvSource({
        "passkeys, FORAMEN_CONSOLE_ADDRESS",
        "passkeys address=http://console.clinic.example, FORAMEN_CONSOLE_ADDRESS",
        "passkeys address=https://10.0.0.7, FORAMEN_CONSOLE_ADDRESS",
        "passkeys address=https://[::1]:8443, FORAMEN_CONSOLE_ADDRESS",
        "second-factor, FORAMEN_CONSOLE_SECOND_FACTOR",
        "passkeys passwords=false oidc.issuer=https://login.example address=https://c.example, FORAMEN_CONSOLE_PASSWORDS"
    })
    void passkeysThatNobodyCouldPresentRefuseTheStart(String set, String told) {
        MockEnvironment environment = new MockEnvironment();
        for (String setting : set.split(" ")) {
            String[] parts = setting.split("=", 2);
            environment.setProperty("foramen.console." + parts[0], parts.length == 2 ? parts[1] : "true");
        }

        assertThatThrownBy(() -> Binder.get(environment).bindOrCreate("foramen", NotifierSettings.class))
                .rootCause()
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining(told);
    }

    @Test
    void anEnvironmentVariableSetsWhatItsNameSays() {
        Map<String, Object> environment = Map.of(
                "FORAMEN_DIGEST_AT", "",
                "FORAMEN_RETRY_PATIENT_FOR", "3h",
                "FORAMEN_SMTP_ALLOW_PLAINTEXT", "true",
                "FORAMEN_SMTP_OAUTH_CLIENT_SECRET_FILE", "/run/secret",
                "FORAMEN_LIMITS_PATIENT_MAILS_PER_DAY", "7",
                "FORAMEN_SEAL_KEYS", "/keys/private.json");
        MockEnvironment machine = new MockEnvironment();
        machine.getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environment));

        NotifierSettings settings = Binder.get(machine).bindOrCreate("foramen", NotifierSettings.class);

        assertThat(settings.digest().hour()).isNull();
        assertThat(settings.retry().patientFor()).isEqualTo(Duration.ofHours(3));
        assertThat(settings.smtp().allowPlaintext()).isTrue();
        assertThat(settings.smtp().oauth().clientSecretFile()).isEqualTo(Path.of("/run/secret"));
        assertThat(settings.limits().patientMailsPerDay()).isEqualTo(7);
        assertThat(settings.sealKeys()).isEqualTo(Path.of("/keys/private.json"));
    }

    @ParameterizedTest
    @CsvSource({
        "foramen.digest.at, at seven, FORAMEN_DIGEST_AT",
        "foramen.digest.at, 25:00, FORAMEN_DIGEST_AT",
        "foramen.reconciliation.owe-at-most, -1, FORAMEN_RECONCILIATION_OWE_AT_MOST"
    })
    void aValueThatMakesNoSenseIsRefusedBySettingsName(String name, String value, String variable) {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> Settings.with(name, value))
                .havingRootCause()
                .isInstanceOf(SettingRefused.class)
                .withMessageStartingWith(variable + " is ");
    }
}
