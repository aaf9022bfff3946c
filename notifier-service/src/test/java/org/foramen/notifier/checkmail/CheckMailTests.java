package org.foramen.notifier.checkmail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foramen.notifier.smtp.Backlog;
import org.foramen.notifier.smtp.TalkingServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command as an operator runs it. */
class CheckMailTests {

    private static final String BOUNCES = "bounces@clinic.example";
    private static final Map<String, List<String>> ZONE = Map.of(
            "clinic.example", List.of("v=spf1 mx -all"),
            "s1._domainkey.clinic.example", List.of("v=DKIM1; p=MIIB"),
            "_dmarc.clinic.example", List.of("v=DMARC1; p=none"));

    @RegisterExtension
    static final GreenMailExtension MAIL_SERVER = new GreenMailExtension(new ServerSetup[] {
        ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.SMTPS.dynamicPort(), ServerSetupTest.IMAP.dynamicPort()
    });

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
    void whatTheDnsSaysOfTheSenderIsJudged() {
        assertThat(run(true, "s1"))
                .contains(
                        "SPF: v=spf1 mx -all",
                        "DKIM: a key is at s1._domainkey.clinic.example.",
                        "DMARC: v=DMARC1; p=none",
                        "Alignment: the envelope sender is at clinic.example and from at clinic.example: SPF counts for DMARC.");
    }

    @Test
    void theEnvelopeSenderThatIsSetIsTheOneThatIsJudged() {
        assertThat(run(true, "s1._domainkey.relay.example", "--foramen.bounces.address=bounces@reports.example"))
                .contains(
                        "SPF: reports.example has no record: receivers cannot tell who may send for it.",
                        "DKIM: no key is at s1._domainkey.relay.example: what is signed with it nobody can check.")
                .anyMatch(line -> line.startsWith("Alignment: neither counts, so our mails fail DMARC"));
    }

    @Test
    void aServerWhoseNameIsNotKnownIsSaid() {
        assertThat(run(false, "--spring.mail.host=mail.invalid", "--spring.mail.port=587"))
                .contains("No mail can be handed over: the mail server's name in mail.invalid:587 is not known.");
    }

    @Test
    void aServerThatIsAwayIsSaid() {
        assertThat(run(false, "--spring.mail.port=1"))
                .contains("No mail can be handed over: nothing takes connections at 127.0.0.1:1.");
    }

    @Test
    void aServerThatDoesNotEvenConnectIsSaid() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Backlog.fill(full);

            assertThat(run(false, "--spring.mail.port=" + full.getLocalPort(), "--foramen.smtp.connect-timeout=1s"))
                    .contains("No mail can be handed over: nobody answered at 127.0.0.1:" + full.getLocalPort()
                            + " in time.");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "greeting | 554 5.7.1 not you | the mail server does not greet us (554 5.7.1).",
                "EHLO | 504 5.5.2 need a name | the mail server does not take our EHLO (504 5.5.2).",
                "STARTTLS | 454 4.7.0 no keys | the mail server does not encrypt the line (454 4.7.0).",
                "AUTH | 535 5.7.139 passwords have ended | the mail server refused our sign-in (535 5.7.139).",
                "AUTH | 454 4.7.0 later | the mail server cannot sign us in now (454 4.7.0)."
            })
    void aServerThatTurnsUsAwaySaysWhere(String where, String answer, String sentence) throws Exception {
        try (TalkingServer server = new TalkingServer()) {
            server.at("HELO", answer)
                    .at(
                            "EHLO",
                            "STARTTLS".equals(where) ? "250-here\r\n250 STARTTLS" : "250-here\r\n250 AUTH PLAIN LOGIN")
                    .at(where, answer);

            List<String> said = run(
                    false,
                    "--spring.mail.port=" + server.port(),
                    "--spring.mail.username=notifier",
                    "--spring.mail.password=secret");

            assertThat(said).contains("No mail can be handed over: " + sentence);
            assertThat(said.contains("Sign-ins offered: PLAIN LOGIN")).isEqualTo("AUTH".equals(where));
        }
    }

    @Test
    void aSignInThatIsNotOfferedIsSaidWithThoseThatAre() throws Exception {
        try (TalkingServer server = new TalkingServer()) {
            server.at("EHLO", "250-here\r\n250 AUTH GSSAPI");

            assertThat(run(
                            false,
                            "--spring.mail.port=" + server.port(),
                            "--spring.mail.username=notifier",
                            "--spring.mail.password=secret"))
                    .contains(
                            "Sign-ins offered: GSSAPI",
                            "No mail can be handed over: a sign-in is set, and the mail server offers none of ours.");
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsSaid() {
        assertThat(run(false, ported("--spring.mail.port=SECURE"), "--spring.mail.protocol=smtps"))
                .contains("No mail can be handed over: TLS with the mail server failed:"
                        + " nobody whom this machine trusts vouches for its certificate.");
    }

    @Test
    void aPortThatDoesNotBeginWithTlsIsSaid() {
        assertThat(run(false, "--spring.mail.protocol=smtps"))
                .contains("No mail can be handed over: TLS with the mail server failed:"
                        + " it does not begin with TLS on this port.");
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
                .replace("SECURE", String.valueOf(MAIL_SERVER.getSmtps().getPort()))
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
        Stream<String> usual = Stream.of(CheckMail.COMMAND, "ana@clinic.example", "--foramen.content=../content");
        Stream<String> server = Stream.of("--spring.mail.host=127.0.0.1", ported("--spring.mail.port=SMTP"))
                .filter(one -> Stream.of(settings).noneMatch(set -> set.startsWith(one.split("=")[0])));
        String[] arguments = Stream.of(usual, server, Stream.of(settings).flatMap(one -> Stream.of(one.split(" "))))
                .flatMap(any -> any)
                .toArray(String[]::new);
        assertThat(CheckMail.run(
                        arguments,
                        Duration.ofSeconds(2),
                        name -> ZONE.getOrDefault(name, List.of()),
                        new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isEqualTo(works);
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
