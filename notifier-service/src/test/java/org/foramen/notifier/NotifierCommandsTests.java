package org.foramen.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What people type wrong behind the name of the jar. */
class NotifierCommandsTests {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @MethodSource
    void whatCannotBeDoneIsSaidInASentence(List<String> args) throws IOException {
        Files.writeString(folder.resolve("file"), "in the way");

        assertThat(run(args)).isFalse();

        assertThat(said()).hasLineCount(1).doesNotContain("Exception", "\tat ");
        assertThat(folder).isDirectoryNotContaining(one -> !one.endsWith("file"));
    }

    static Stream<List<String>> whatCannotBeDoneIsSaidInASentence() {
        return Stream.of(
                List.of("keys"),
                List.of("keys", ""),
                List.of("keys", "HERE/one", "HERE/two"),
                List.of("keys", "--help"),
                List.of("keys", "HERE/a\u0000b"),
                List.of("keys", "HERE/file"),
                List.of("keys", "HERE/file/keys"),
                List.of("keys", "/proc/none/keys"),
                List.of("user"),
                List.of("user", "ana"),
                List.of("user", "ana", "boss"),
                List.of("user", "ana:x", "desk"),
                List.of("user", "ana", "desk", "viewer"),
                List.of("passkey-code"),
                List.of("passkey-code", "ana", "luz"),
                List.of("passkey-code", "--by=ana"),
                List.of("route", "HERE/file", "HERE/file"),
                List.of("preview-mails"),
                List.of("preview-mails", "HERE/one", "../content", "HERE/two"),
                List.of("preview-mails", "--help"),
                List.of("preview-mails", "HERE/file", "../content"),
                List.of("preview-mails", "HERE/file/in", "../content"),
                List.of("check-content", "../content", "HERE/file"),
                List.of("check-content", "--help"),
                List.of("check-mail", "nobody"),
                List.of("check-mail", "ana@clinic.example", "selector", "another"),
                List.of("canary", "ana@clinic.example"),
                List.of("approve"),
                List.of("erase"),
                List.of("key", "HERE/one"),
                List.of("KEYS", "HERE/one"),
                List.of("--by=Ana", "erase", "K7F3-92QX"),
                List.of("-Dserver.port=8081"));
    }

    @ParameterizedTest
    @MethodSource
    @ExtendWith(OutputCaptureExtension.class)
    void whatKeepsACommandFromStartingIsSaidInASentence(List<String> args, CapturedOutput log) throws IOException {
        Files.writeString(folder.resolve("file"), "in the way");

        assertThat(run(args)).isFalse();

        assertThat(said())
                .hasLineCount(1)
                .startsWith(args.get(0) + " did not start. ")
                .doesNotContain("Exception");
        assertThat(log).doesNotContain("APPLICATION FAILED TO START", "Exception", "\tat ");
    }

    static Stream<List<String>> whatKeepsACommandFromStartingIsSaidInASentence() {
        return Stream.of(
                List.of("erase", "K7F3-92QX", "--foramen.data=HERE/data", "--foramen.retry.poll=soon"),
                List.of("erase", "K7F3-92QX", "--foramen.data=HERE/file"),
                List.of("export-audit", "HERE/a.csv", "--foramen.data=HERE/data", "--spring.datasource.url=nonsense"),
                List.of("hold", "K7F3-92QX", "--foramen.data=HERE/data", "--foramen.mode=prod"),
                List.of("canary", "--foramen.data=HERE/data", "--foramen.canary.intake=ht!tp:/x"),
                List.of("check-mail", "--foramen.data=HERE/data", "--spring.mail.port=x"),
                List.of("passkey-code", "ana", "--foramen.data=HERE/file", "--foramen.console.passkeys=maybe"),
                List.of("erase", "K7F3-92QX", "--foramen.data=HERE/data", "--logging.level.root=loud"),
                List.of("export-audit", "HERE/a.csv", "--foramen.data=HERE/data", "--logging.level.org.foramen=7"),
                List.of("canary", "--foramen.data=HERE/data", "--logging.level.sql=loud,debug"));
    }

    @Test
    void settingsAloneMeanTheService() {
        assertThat(NotifierCommands.areMeant(new String[] {})).isFalse();
        assertThat(NotifierCommands.areMeant(new String[] {"--server.port=8081", "--debug"}))
                .isFalse();
        assertThat(NotifierCommands.areMeant(new String[] {"keys"})).isTrue();
    }

    @Test
    void whatWentWrongDoesNotComeIntoTheFileOfUsers() {
        assertThat(run(List.of("user", "ana", "boss"))).isFalse();

        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("viewer, desk or operator");
    }

    private boolean run(List<String> args) {
        return NotifierCommands.run(
                args.stream()
                        .map(argument -> argument.replace("HERE", folder.toString()))
                        .toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }
}
