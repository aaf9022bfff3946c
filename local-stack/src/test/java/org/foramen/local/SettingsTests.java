package org.foramen.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTests {

    @TempDir
    Path repository;

    @BeforeEach
    void aRepositoryHasTheClinicsContent() throws IOException {
        Files.createDirectories(repository.resolve("content"));
        Files.createFile(repository.resolve("content/clinic.yml"));
    }

    @Test
    void thePortsAreTheOnesThatTheReadmeNames() {
        Settings settings = Settings.of(Map.of(), repository);

        assertThat(settings.ports()).extracting(Port::number).containsExactly(8080, 8081, 8025, 1025, 1143, 9092);
        assertThat(settings.data()).isEqualTo(repository.resolve("data"));
    }

    @Test
    void eachPortHasAVariable() {
        Settings settings = Settings.of(
                Map.of(
                        "FORAMEN_FORM_PORT", "1",
                        "FORAMEN_NOTIFIER_PORT", "2",
                        "FORAMEN_INBOX_PORT", "3",
                        "FORAMEN_SMTP_PORT", "4",
                        "FORAMEN_IMAP_PORT", "5",
                        "FORAMEN_KAFKA_PORT", "65535"),
                repository);

        assertThat(settings.ports()).extracting(Port::number).containsExactly(1, 2, 3, 4, 5, 65535);
    }

    @Test
    void theRepositoryIsFoundFromAnyFolderInIt() throws IOException {
        Path module = Files.createDirectories(repository.resolve("local-stack/target"));

        assertThat(Settings.of(Map.of(), module).home()).isEqualTo(repository);
    }

    @Test
    void theRepositoryAndItsDataCanBeElsewhere(@TempDir Path elsewhere) {
        Settings settings = Settings.of(
                Map.of("FORAMEN_HOME", repository.toString(), "FORAMEN_DATA", elsewhere.toString()), elsewhere);

        assertThat(settings.home()).isEqualTo(repository);
        assertThat(settings.data()).isEqualTo(elsewhere);
    }

    @Test
    void whereStaffSignInIsWhereTheConsoleLetsThemIn() {
        String provider = "http://localhost:8180/realms/clinic";

        assertThat(Settings.of(Map.of(), repository).signIn())
                .isEqualTo("user operator, password in " + repository.resolve("data/keys/console-password"));
        assertThat(Settings.of(Map.of("FORAMEN_CONSOLE_USERS", "/etc/users"), repository)
                        .signIn())
                .isEqualTo("users of /etc/users");
        assertThat(Settings.of(
                                Map.of("FORAMEN_CONSOLE_PASSWORDS", "false", "FORAMEN_CONSOLE_OIDC_ISSUER", provider),
                                repository)
                        .signIn())
                .isEqualTo("sign in at " + provider);
    }

    @Test
    void aWordIsNoPort() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> Settings.of(Map.of("FORAMEN_SMTP_PORT", "mail"), repository))
                .withMessage("FORAMEN_SMTP_PORT is not a port, a number from 1 to 65535: mail");
    }

    @Test
    void outsideOfARepositoryItSaysWhatToDo(@TempDir Path elsewhere) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> Settings.of(Map.of(), elsewhere))
                .withMessageContaining(elsewhere.toString())
                .withMessageContaining("FORAMEN_HOME");
    }
}
