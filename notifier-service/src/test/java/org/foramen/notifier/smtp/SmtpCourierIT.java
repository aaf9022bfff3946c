package org.foramen.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.foramen.notifier.Settings;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.ShortMail;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.smtp.verdict.Reply;
import org.foramen.notifier.smtp.verdict.SmtpOutcome;
import org.foramen.notifier.webhook.Authority;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.mail.autoconfigure.MailProperties;

/** What comes of a mail at servers that do as they please. */
@Timeout(60)
class SmtpCourierIT {

    private final Map<String, String> settings = new HashMap<>();
    private TalkingServer server;

    @BeforeEach
    void begin() throws Exception {
        server = new TalkingServer();
    }

    @AfterEach
    void end() throws Exception {
        server.close();
    }

    @Test
    void aMailPasses() {
        assertThat(send()).isInstanceOf(SmtpOutcome.Sent.class);
    }

    @Test
    void aYesOfAnotherNumberIsAYes() {
        server.at(".", "251 taken, and forwarded");

        assertThat(send()).isEqualTo(new SmtpOutcome.Sent(new Reply(251, null)));
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 251 fine",
        "RCPT, 252 I will try",
        "RCPT, 254 fine",
        "DATA, 350 go on",
        "., 200 fine",
        "., 299 fine"
    })
    void theFirstDigitSaysYes(String command, String answer) {
        server.at(command, answer);

        assertThat(send()).isInstanceOf(SmtpOutcome.Sent.class);
        assertThat(server.commands()).contains(".");
    }

    @ParameterizedTest
    @CsvSource({"RCPT", "DATA"})
    void whatIsNoAnswerIsNoRefusal(String command) {
        for (String garbage : List.of("", "2", "yes", "25O ok", "999 what", "-1", "\u00e9\u00e9\u00e9 ok")) {
            server.at(command, garbage);

            assertThat(send()).as(garbage).isInstanceOf(SmtpOutcome.Temporary.class);
        }
    }

    @Test
    void whatIsNoAnswerToTheFinalDotMayBeAYes() {
        for (String garbage : List.of("", "2", "yes", "25O ok")) {
            server.at(".", garbage);

            assertThat(send()).as(garbage).isInstanceOf(SmtpOutcome.Unknown.class);
        }
    }

    @Test
    void anAnswerOfSeveralLinesIsOne() {
        server.at("RCPT", "550-5.1.1 The mailbox\r\n550-5.1.1 is not\r\n550 5.1.1 here");

        assertThat(send()).isEqualTo(new SmtpOutcome.Refused(new Reply(550, "5.1.1"), true));
    }

    @Test
    void whatIsSaidBeforeTheMailIsThereIsItsAnswer() {
        server.at("DATA", "354 go on\r\n421 4.3.2 closing");

        assertThat(send()).isEqualTo(new SmtpOutcome.Temporary(new Reply(421, "4.3.2")));
    }

    @Test
    void aServerThatClosesInsteadOfTakingTheMailHasNotRefusedIt() {
        server.at("DATA", TalkingServer.GO_ON_AND_HANGS_UP);

        assertThat(send()).isInstanceOfAny(SmtpOutcome.Temporary.class, SmtpOutcome.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"421 4.4.2 idle", "451 4.7.0 later", "530 5.7.57 your token has ended", TalkingServer.HANGS_UP})
    void aKeptConnectionThatIsOfNoUseIsExchangedForANewOne(String answer) {
        SmtpCourier courier = courier(here());
        assertThat(courier.send(mail())).isInstanceOf(SmtpOutcome.Sent.class);
        server.once("MAIL", answer);

        assertThat(courier.send(mail())).isInstanceOf(SmtpOutcome.Sent.class);
        assertThat(server.connections()).isEqualTo(2);
        courier.destroy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"421 4.7.0 go away", "450 4.2.1 later", TalkingServer.HANGS_UP, TalkingServer.SAYS_NOTHING})
    void whatHappensToOneRecipientConcernsHerMailOnly(String answer) {
        waitOneSecondForAnAnswer();
        server.at("RCPT", answer);

        assertThat(send()).isInstanceOf(SmtpOutcome.Temporary.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"451 4.7.1 later", "421 closing", TalkingServer.HANGS_UP, TalkingServer.SAYS_NOTHING})
    void whatIsSaidToDataConcernsOneMailOnly(String answer) {
        waitOneSecondForAnAnswer();
        server.at("DATA", answer);

        assertThat(send()).isInstanceOf(SmtpOutcome.Temporary.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {TalkingServer.HANGS_UP, TalkingServer.SAYS_NOTHING})
    void withoutAnAnswerToTheFinalDotItMayBeThere(String answer) {
        waitOneSecondForAnAnswer();
        server.at(".", answer);

        assertThat(send()).isInstanceOf(SmtpOutcome.Unknown.class);
    }

    /** It may be the mailbox that is full, or the mail that is too big; the first passes. */
    @ParameterizedTest
    @ValueSource(strings = {"DATA", "."})
    void a552WithoutAStatusIsTriedAgain(String command) {
        server.at(command, "552 exceeded storage allocation");

        assertThat(send()).isEqualTo(new SmtpOutcome.Temporary(new Reply(552, null)));
    }

    @Test
    void whatFollowsARefusalDoesNotHideIt() {
        server.at("RCPT", "550 5.1.1 nobody of this name").at("RSET", "421 enough");

        assertThat(send()).isEqualTo(new SmtpOutcome.Refused(new Reply(550, "5.1.1"), true));
    }

    @Test
    void anUnknownNameIsSaid() {
        assertThat(why(at("mail.invalid", 25))).isEqualTo("the mail server's name in mail.invalid:25 is not known");
    }

    @Test
    void aPortWhereNobodyListensIsSaid() throws Exception {
        int port = server.port();
        server.close();

        assertThat(why(at("127.0.0.1", port))).isEqualTo("nothing takes connections at 127.0.0.1:" + port);
    }

    @Test
    void aServerThatDoesNotEvenConnectIsSaid() throws Exception {
        waitOneSecondForAnAnswer();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Backlog.fill(full);

            assertThat(why(at("127.0.0.1", full.getLocalPort())))
                    .isEqualTo("nobody answered at 127.0.0.1:" + full.getLocalPort() + " in time");
        }
    }

    @Test
    void aGreetingThatTurnsUsAwayIsSaid() {
        server.atGreeting("554 5.7.1 not you");

        assertThat(why()).isEqualTo("the mail server does not greet us (554 5.7.1)");
    }

    @Test
    void anEhloThatIsNotTakenIsSaid() {
        server.at("EHLO", "504 5.5.2 need a name").at("HELO", "504 5.5.2 need a name");

        assertThat(why()).isEqualTo("the mail server does not take our EHLO (504 5.5.2)");
    }

    @Test
    void aServerWithoutStartTlsIsSaid() {
        MailProperties encrypted = here();
        encrypted.getProperties().put("mail.smtp.starttls.required", "true");

        assertThat(why(encrypted)).isEqualTo(NotConnected.NO_STARTTLS);
    }

    @Test
    void aServerThatWillNotEncryptNowIsSaid() {
        server.at("EHLO", "250-here\r\n250 STARTTLS").at("STARTTLS", "454 4.7.0 no keys");

        assertThat(why()).isEqualTo("the mail server does not encrypt the line (454 4.7.0)");
    }

    @Test
    void aCertificateThatNobodyVouchesForIsSaid() throws Exception {
        try (StartTlsServer selfSigned = new StartTlsServer()) {
            assertThat(why(at("127.0.0.1", selfSigned.port()))).startsWith("TLS with the mail server failed: ");
        }
    }

    @Test
    void aRefusedPasswordIsSaid() {
        server.at("EHLO", "250-here\r\n250 AUTH PLAIN").at("AUTH", "535 5.7.139 passwords have ended");

        assertThat(why(withPassword())).isEqualTo("the mail server refused our sign-in (535 5.7.139)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"250 here", "250-here\r\n250 AUTH GSSAPI"})
    void aSignInThatIsSetAndNotOfferedIsSaid(String ehlo) {
        server.at("EHLO", ehlo);

        assertThat(why(withPassword())).isEqualTo(NotConnected.NO_SIGN_IN);
        assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
    }

    @Test
    void aRefusedPasswordIsTriedOnceAndNotByEachMail() {
        server.at("EHLO", "250-here\r\n250 AUTH PLAIN").at("AUTH", "535 5.7.8 no");
        SmtpCourier courier = courier(withPassword());

        SmtpOutcome first = courier.send(mail());
        SmtpOutcome second = courier.send(mail());

        assertThat(first).isInstanceOf(SmtpOutcome.Unavailable.class);
        assertThat(((SmtpOutcome.Unavailable) second).why())
                .startsWith("the mail server refused our sign-in (535 5.7.8); the next try is at ");
        assertThat(server.connections()).isEqualTo(1);
        courier.destroy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"greeting", "EHLO", "STARTTLS", "AUTH"})
    void theWholeTimeOfAMailCoversTheWayToIt(String where) {
        settings.put("foramen.smtp.read-timeout", "50s");
        settings.put("foramen.smtp.total-deadline", "1s");
        server.at("EHLO", "STARTTLS".equals(where) ? "250-here\r\n250 STARTTLS" : "250-here\r\n250 AUTH PLAIN");
        server.at(where, TalkingServer.SAYS_NOTHING);
        Instant begun = Instant.now();

        assertThat(send(withPassword())).isInstanceOf(SmtpOutcome.Unavailable.class);
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @CsvSource({
        "greeting, Unavailable",
        "EHLO, Unavailable",
        "STARTTLS, Unavailable",
        "AUTH, Unavailable",
        "MAIL, Unavailable",
        "RCPT, Temporary",
        "DATA, Temporary",
        "., Unknown"
    })
    void aServerThatDripsIsCutOffInTheTimeOfAMail(String where, String outcome) {
        settings.put("foramen.smtp.read-timeout", "50s");
        settings.put("foramen.smtp.final-timeout", "50s");
        settings.put("foramen.smtp.total-deadline", "1s");
        server.at("EHLO", "STARTTLS".equals(where) ? "250-here\r\n250 STARTTLS" : "250-here\r\n250 AUTH PLAIN")
                .at("AUTH", "235 welcome")
                .at(where, TalkingServer.DRIPS);

        assertEndsSoon(withPassword(), outcome);
    }

    @ParameterizedTest
    @CsvSource({"greeting, Unavailable", "EHLO, Unavailable", "RCPT, Temporary", "., Unknown"})
    void soIsOneThatEncryptsFromTheStart(String where, String outcome) throws Exception {
        settings.put("foramen.smtp.read-timeout", "50s");
        settings.put("foramen.smtp.final-timeout", "50s");
        settings.put("foramen.smtp.total-deadline", "2s");
        Authority authority = new Authority();
        try (AutoCloseable trust = authority.trustedByAll();
                TalkingServer secure = new TalkingServer(authority.server("127.0.0.1"))) {
            secure.at(where, TalkingServer.DRIPS);
            MailProperties there = at("127.0.0.1", secure.port());
            there.setProtocol("smtps");

            assertEndsSoon(there, outcome);
            assertThat(trust).isNotNull();
        }
    }

    @Test
    void soIsOneThatNeverBeginsToEncrypt() {
        settings.put("foramen.smtp.read-timeout", "50s");
        settings.put("foramen.smtp.total-deadline", "1s");
        server.atGreeting(TalkingServer.SAYS_NOTHING);
        MailProperties there = here();
        there.setProtocol("smtps");

        assertEndsSoon(there, "Unavailable");
    }

    private void assertEndsSoon(MailProperties there, String outcome) {
        Instant begun = Instant.now();

        assertThat(send(there).getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"greeting", "EHLO", "MAIL", "RCPT", "DATA", "."})
    void anAnswerWithoutEndEndsWhereverItIs(String where) {
        settings.put("foramen.smtp.read-timeout", "50s");
        settings.put("foramen.smtp.final-timeout", "50s");
        server.at(where, TalkingServer.TALKS_FOR_EVER);
        Instant begun = Instant.now();

        assertThat(send()).isNotInstanceOf(SmtpOutcome.Sent.class);
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void aServerThatReportsIsToldHowAndAnotherIsNot() throws Exception {
        server.at("EHLO", "250-here\r\n250 DSN");
        SMTPMessage reported = mail();
        reported.setReturnOption(SMTPMessage.RETURN_HDRS);
        reported.setMailExtension("ENVID=the-token");
        reported.setNotifyOptions(SMTPMessage.NOTIFY_FAILURE | SMTPMessage.NOTIFY_DELAY);

        assertThat(send(here(), reported)).isInstanceOf(SmtpOutcome.Sent.class);
        assertThat(server.commands())
                .anyMatch(command -> command.startsWith("MAIL FROM:")
                        && command.contains(" RET=HDRS")
                        && command.endsWith(" ENVID=the-token"))
                .anyMatch(command -> command.startsWith("RCPT TO:") && command.contains(" NOTIFY=FAILURE,DELAY"));

        server.commands().clear();
        server.at("EHLO", "250 here");

        assertThat(send(here(), reported)).isInstanceOf(SmtpOutcome.Sent.class);
        assertThat(server.commands())
                .filteredOn(command -> command.startsWith("MAIL") || command.startsWith("RCPT"))
                .hasSize(2)
                .allMatch(command -> command.endsWith(">"));
    }

    @Test
    void anAnswerWithoutEndEnds() {
        settings.put("foramen.smtp.read-timeout", "50s");
        server.at("EHLO", TalkingServer.TALKS_FOR_EVER);

        assertThat(why()).isEqualTo("the mail server does not take our EHLO (no answer)");
    }

    @Test
    void theNameInOurGreetingIsSet() {
        settings.put("foramen.smtp.ehlo-name", "notifier.clinic.example");

        send();

        assertThat(server.commands()).contains("EHLO notifier.clinic.example");
    }

    @Test
    void withoutASettingItIsTheNameOfThisMachine() throws Exception {
        send();

        assertThat(server.commands())
                .contains("EHLO " + InetAddress.getLocalHost().getHostName());
    }

    private void waitOneSecondForAnAnswer() {
        settings.put("foramen.smtp.connect-timeout", "1s");
        settings.put("foramen.smtp.read-timeout", "1s");
        settings.put("foramen.smtp.final-timeout", "1s");
    }

    private String why() {
        return why(here());
    }

    private String why(MailProperties where) {
        SmtpOutcome outcome = send(where);
        assertThat(outcome).isInstanceOf(SmtpOutcome.Unavailable.class);
        return ((SmtpOutcome.Unavailable) outcome).why();
    }

    private SmtpOutcome send() {
        return send(here());
    }

    private SmtpOutcome send(MailProperties where) {
        return send(where, mail());
    }

    private SmtpOutcome send(MailProperties where, SMTPMessage mail) {
        SmtpCourier courier = courier(where);
        try {
            return courier.send(mail);
        } finally {
            courier.destroy();
        }
    }

    private SmtpCourier courier(MailProperties where) {
        NotifierSettings all = Settings.with(settings);
        return new SmtpCourier(new SmtpServer(where, all), all);
    }

    private static SMTPMessage mail() {
        Mail mail = ShortMail.toAna();
        SmtpServer any = new SmtpServer(new MailProperties(), Settings.defaults());
        return MimeMessages.of(mail, any, "<1@clinic.example>", null);
    }

    private MailProperties withPassword() {
        MailProperties where = here();
        where.setUsername("notifier@clinic.example");
        where.setPassword("secret");
        return where;
    }

    private MailProperties here() {
        return at("127.0.0.1", server.port());
    }

    private static MailProperties at(String host, int port) {
        MailProperties properties = new MailProperties();
        properties.setHost(host);
        properties.setPort(port);
        return properties;
    }
}
