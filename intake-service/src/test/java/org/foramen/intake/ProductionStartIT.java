package org.foramen.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.foramen.base.SealKeyFiles;
import org.foramen.contract.sealing.SealKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What keeps the intake from starting where it matters, said in one sentence each. */
@ExtendWith(OutputCaptureExtension.class)
class ProductionStartIT {

    @TempDir
    Path folder;

    @Test
    void withoutKeysToSealWithItDoesNotStart(CapturedOutput output) throws IOException {
        assertRefused("--foramen.abuse.token-key=" + tokenKey());

        assertThat(output)
                .contains("In production mode FORAMEN_SEAL_KEYS must name the file with the public keys")
                .doesNotContain("\tat org.");
    }

    @Test
    void withoutASecretForTokensItDoesNotStart(CapturedOutput output) {
        SealKeyFiles.makeIfAbsent(folder.resolve("given"));
        assertRefused("--foramen.seal-keys=" + folder.resolve("given").resolve(SealKeys.PUBLIC_FILE));

        assertThat(output)
                .contains("In production mode FORAMEN_ABUSE_TOKEN_KEY must name a file")
                .doesNotContain("\tat org.");
    }

    @Test
    void withAClientKeyThatCanBeGuessedItDoesNotStartAndDoesNotSayIt(CapturedOutput output) throws IOException {
        assertRefused("--foramen.abuse.token-key=" + tokenKey(), "--foramen.abuse.client-keys=hunter2");

        assertThat(output)
                .contains("FORAMEN_ABUSE_CLIENT_KEYS holds a key of fewer than 32 characters")
                .doesNotContain("hunter2")
                .doesNotContain("\tat org.");
    }

    @Test
    void withAnotherRetentionThanPeopleAreToldItDoesNotStart(CapturedOutput output) throws IOException {
        SealKeyFiles.makeIfAbsent(folder.resolve("given"));
        assertRefused(
                "--foramen.abuse.token-key=" + tokenKey(),
                "--foramen.seal-keys=" + folder.resolve("given").resolve(SealKeys.PUBLIC_FILE),
                "--foramen.topic.retention=30d");

        assertThat(output)
                .contains(
                        "FORAMEN_TOPIC_RETENTION is 720 hours, but retentionDays in clinic.yml, which people are told")
                .doesNotContain("\tat org.");
    }

    private void assertRefused(String... settings) {
        Path data = folder.resolve("data");
        List<String> arguments = new ArrayList<>(Arrays.asList(settings));
        arguments.addAll(List.of(
                "--foramen.mode=production",
                "--foramen.content=../content",
                "--foramen.data=" + data,
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=127.0.0.1:9"));
        assertThatThrownBy(() -> new SpringApplicationBuilder(IntakeApplication.class)
                        .run(arguments.toArray(String[]::new))
                        .close())
                .isNotNull();
        assertThat(madeIn(data)).noneMatch(file -> file.toString().contains("key"));
    }

    private Path tokenKey() throws IOException {
        return Files.writeString(folder.resolve("token.key"), "0123456789abcdef".repeat(4));
    }

    private static List<Path> madeIn(Path data) {
        try (Stream<Path> files = Files.exists(data) ? Files.walk(data) : Stream.empty()) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
