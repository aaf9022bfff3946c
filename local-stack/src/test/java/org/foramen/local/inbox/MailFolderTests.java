package org.foramen.local.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailFolderTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.500Z");

    @TempDir
    Path folder;

    @Test
    void aMailIsAFileThatIsNamedByItsTime() throws IOException {
        String name = at(NOON).store("Subject: x\r\n\r\nHello".getBytes(UTF_8));

        assertThat(name).isEqualTo("2026-11-22T12-00-00.500Z-0001.eml");
        assertThat(folder.resolve(name)).content(UTF_8).isEqualTo("Subject: x\r\n\r\nHello");
        assertThat(MailFolder.receivedAt(name)).isEqualTo(NOON);
    }

    @Test
    void theNewestIsListedFirstAlsoWithinAMillisecond() throws IOException {
        MailFolder noon = at(NOON);
        String first = noon.store(new byte[0]);
        String second = noon.store(new byte[0]);
        String third = at(NOON.plusMillis(1)).store(new byte[0]);

        assertThat(noon.names()).containsExactly(third, second, first);
    }

    @Test
    void whatIsHalfWrittenOrNoMailIsNotListed() throws IOException {
        Files.createFile(folder.resolve("2026-11-22T12-00-00.500Z-0001.eml.part"));
        Files.createFile(folder.resolve("notes.txt"));

        assertThat(at(NOON).names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.eml", "..", "", "2026-11-22T12-00-00.500Z-0001.eml", "notes.txt"})
    void onlyAMailsOwnNameFindsIt(String name) throws IOException {
        MailFolder mails = at(NOON.plusSeconds(1));
        Files.createFile(folder.resolve("notes.txt"));
        String stored = mails.store(new byte[0]);

        assertThat(mails.find(name)).isEmpty();
        assertThat(mails.find(stored)).contains(folder.resolve(stored));
    }

    private MailFolder at(Instant time) throws IOException {
        return new MailFolder(folder, Clock.fixed(time, ZoneOffset.UTC));
    }
}
