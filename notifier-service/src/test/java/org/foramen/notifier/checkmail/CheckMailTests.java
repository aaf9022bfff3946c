package org.foramen.notifier.checkmail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command as an operator runs it. */
class CheckMailTests {

    private static final String BOUNCES = "bounces@clinic.example";

    @RegisterExtension
    static final GreenMailExtension MAIL_SERVER = new GreenMailExtension(
            new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.IMAP.dynamicPort()});

    @BeforeEach
    void begin() {
        MAIL_SERVER.setUser(BOUNCES, "bounces", "password");
        MAIL_SERVER.setUser("no-reply@clinic.example", "no-reply", "password");
    }

    @Test
    void aServerThatWorksIsShownAndATestMailArrives() {
        List<String> said = run(true);

        assertThat(said)
                .contains(
                        "Mail server: 127.0.0.1:" + MAIL_SERVER.getSmtp().getPort(),
                        "TLS: the line is not encrypted.",
                        "Sign-in: none is set.",
                        "Test mail to ana@clinic.example: taken.",
                        "Look whether it arrives, and whether it is in the spam folder.",
                        "Bounce mailbox: none is set, so nobody learns of a mail that comes back later.");
        assertThat(MAIL_SERVER.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aServerThatIsAwayIsSaidInASentence() {
        assertThat(run(false, "--spring.mail.port=1"))
                .contains("No mail can be handed over: nothing takes connections at 127.0.0.1:1.");
    }

    @Test
    void theMailboxThatReportsComeBackToIsReadAndAMailToItArrives() {
        List<String> said = run(true, mailbox("bounces", "user=no-reply", "password=password"));

        assertThat(said)
                .contains(
                        "Bounce mailbox: 127.0.0.1:" + MAIL_SERVER.getImap().getPort(),
                        "Sign-in: taken, as no-reply.",
                        "Folder 'INBOX': can be read, mails in it: 0.",
                        "Folder 'Not read': is there.")
                .anyMatch(line -> line.startsWith("A mail to no-reply@") && line.contains(" was in it after "));
    }

    @Test
    void anAddressWithAPlusThatLeadsElsewhereIsSaid() { // this server knows no plus
        List<String> said = run(
                false, mailbox("bounces", "user=bounces", "password=password"), "--foramen.bounces.address=" + BOUNCES);

        assertThat(said)
                .anyMatch(line -> line.startsWith("A mail to bounces+") && line.contains(" is not in it after "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "password=wrong | It cannot be used: 127.0.0.1:PORT refused our sign-in as bounces",
                "folder=Reports | It cannot be used: there is no folder 'Reports' at 127.0.0.1:PORT.",
                "port=1 | It cannot be used: nothing takes connections at 127.0.0.1:1.",
                "host=mailbox.invalid | It cannot be used: the mailbox's name in mailbox.invalid:PORT is not known.",
                "port=SMTP | It cannot be used: 127.0.0.1:SMTP cannot be read:",
                "password= | Bounce mailbox: A mailbox at 127.0.0.1 is to be read, and neither a password nor OAuth is set."
            })
    void whatIsWrongWithAMailboxIsSaidInASentence(String setting, String sentence) {
        List<String> said = run(false, mailbox("bounces", "user=bounces", "password=password", ported(setting)));

        assertThat(said).anyMatch(line -> line.startsWith(ported(sentence)));
        assertThat(said).contains("Test mail to ana@clinic.example: taken.");
    }

    @Test
    void theCanarysMailboxIsTriedAsWell() {
        List<String> said = run(
                true, mailbox("canary", "user=bounces", "password=password"), "--foramen.canary.address=" + BOUNCES);

        assertThat(said)
                .contains("Canary's mailbox: 127.0.0.1:" + MAIL_SERVER.getImap().getPort())
                .anyMatch(line -> line.startsWith("A mail to " + BOUNCES + " was in it after "));
    }

    private static String ported(String text) {
        return text.replace("PORT", String.valueOf(MAIL_SERVER.getImap().getPort()))
                .replace("SMTP", String.valueOf(MAIL_SERVER.getSmtp().getPort()));
    }

    /** As one argument; what comes later counts. */
    private static String mailbox(String whose, String... settings) {
        Map<String, String> all = new LinkedHashMap<>(Map.of("host", "127.0.0.1", "port", ported("PORT")));
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            all.put(parts[0], parts[1]);
        }
        return all.entrySet().stream()
                .map(one -> "--foramen." + whose + ".imap." + one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(" "));
    }

    private static List<String> run(boolean works, String... settings) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Stream<String> usual = Stream.of(
                CheckMail.COMMAND,
                "ana@clinic.example",
                "--spring.mail.host=127.0.0.1",
                "--foramen.content=../content");
        Stream<String> port = Stream.of(settings).anyMatch(one -> one.startsWith("--spring.mail.port"))
                ? Stream.empty()
                : Stream.of(ported("--spring.mail.port=SMTP"));
        String[] arguments = Stream.of(usual, port, Stream.of(settings).flatMap(one -> Stream.of(one.split(" "))))
                .flatMap(any -> any)
                .toArray(String[]::new);
        assertThat(CheckMail.run(arguments, Duration.ofSeconds(2), new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isEqualTo(works);
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
