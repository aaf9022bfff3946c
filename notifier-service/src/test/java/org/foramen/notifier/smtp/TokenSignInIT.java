package org.foramen.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.foramen.base.SettingRefused;
import org.foramen.notifier.MailSamples;
import org.foramen.notifier.Settings;
import org.foramen.notifier.smtp.signin.BearerMechanism;
import org.foramen.notifier.smtp.socket.BoundedSocket;
import org.foramen.notifier.smtp.verdict.SmtpOutcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.mail.autoconfigure.MailProperties;

/** A mail server that wants a token, and an identity provider that grants it. */
@Timeout(120)
class TokenSignInIT {

    private static TokenEndpoint endpoint;

    private final Map<String, String> settings = new HashMap<>(endpoint.settings());
    private SubmissionServer mailServer;
    private SmtpServer server;

    @BeforeAll
    static void open() {
        endpoint = new TokenEndpoint(Duration.ofHours(1), Duration.ofSeconds(3));
    }

    @AfterAll
    static void close() {
        endpoint.close();
    }

    @BeforeEach
    void begin() {
        endpoint.tokens().beginToCount();
        mailServer = serverThatOffers("XOAUTH2", "OAUTHBEARER");
    }

    @AfterEach
    void end() {
        mailServer.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"XOAUTH2", "OAUTHBEARER"})
    void mailsPassWithEitherMechanism(String mechanism) {
        mailServer.close();
        mailServer = serverThatOffers(mechanism);

        assertThat(send()).isInstanceOf(SmtpOutcome.Sent.class);
        assertThat(mailServer.mails()).isEqualTo(1);
    }

    @Test
    void allConnectionsShareOneToken() {
        List<CompletableFuture<SmtpOutcome>> mails = IntStream.range(0, 8)
                .mapToObj(number -> CompletableFuture.supplyAsync(this::send))
                .toList();

        assertThat(mails).allSatisfy(mail -> assertThat(mail.join()).isInstanceOf(SmtpOutcome.Sent.class));
        assertThat(endpoint.tokens().count()).isEqualTo(1);
    }

    @Test
    void aTokenThatEndsWhileMailsWaitIsRenewed() {
        takeShortTokens();

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            assertThat(send()).isInstanceOf(SmtpOutcome.Sent.class);
            return endpoint.tokens().count() == 2;
        });
    }

    @Test
    void aTokenThatIsTakenBackIsRenewedOnce() {
        send();
        endpoint.tokens().revoke();

        assertThat(send()).isInstanceOf(SmtpOutcome.Sent.class);
        assertThat(mailServer.tries()).isEqualTo(3);
        assertThat(endpoint.tokens().count()).isEqualTo(2);
    }

    @Test
    void aMailboxThatTheTokenIsNotForIsSaid() {
        settings.put("foramen.smtp.oauth.user", "somebody-else@clinic.example");

        assertThat(why()).isEqualTo("the mail server refused our sign-in (535 5.7.8)");
        assertThat(mailServer.tries()).isEqualTo(2);
    }

    @Test
    void aWrongSecretIsSaidAndIsNoFaultOfTheMail() {
        settings.put("foramen.smtp.oauth.client-secret", "wrong");

        assertThat(why()).isEqualTo("the token endpoint at 127.0.0.1 refuses us a token: invalid_client");
        assertThat(mailServer.tries()).isZero();
    }

    @Test
    void aSecretInAFileIsReadAnewForEachToken(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "an-old-one");
        settings.put("foramen.smtp.oauth.client-secret", "");
        settings.put("foramen.smtp.oauth.client-secret-file", file.toString());
        assertThat(why()).contains("invalid_client");

        Files.delete(file);
        Awaitility.await().until(() -> why().startsWith("FORAMEN_SMTP_OAUTH_CLIENT_SECRET_FILE cannot be read"));
        Files.writeString(file, TokenEndpoint.secretOf(TokenEndpoint.CLIENT) + "\n");

        Awaitility.await().until(() -> send() instanceof SmtpOutcome.Sent);
    }

    @Test
    void aWrongScopeIsSaid() {
        settings.put("foramen.smtp.oauth.scope", "everything");

        assertThat(why()).isEqualTo("the token endpoint at 127.0.0.1 refuses us a token: invalid_scope");
    }

    @Test
    void anEndpointThatIsAwayIsSaidAndAskedByOneForAll() {
        settings.put("foramen.smtp.oauth.token-uri", "http://127.0.0.1:1/oauth2/token");

        assertThat(why()).startsWith("the token endpoint at 127.0.0.1 does not answer");
        Awaitility.await("a try within the pause after another").until(() -> why().contains("; the next try is at "));
    }

    @Test
    void aRefusedSignInComesBackByItself() {
        mailServer.close();
        boolean[] isMended = {false};
        mailServer = new SubmissionServer(
                TokenEndpoint.MAILBOX, token -> isMended[0] && endpoint.tokens().isGood(token), "XOAUTH2");
        assertThat(why()).startsWith("the mail server refused our sign-in (535 5.7.8)");

        isMended[0] = true;

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> send() instanceof SmtpOutcome.Sent);
    }

    @Test
    void theMailboxOwnersGrantIsUsedWhereThereIsOne() {
        settings.put("foramen.smtp.oauth.refresh-token", endpoint.grantOfTheMailboxOwner(TokenEndpoint.CLIENT));
        send();
        endpoint.tokens().revoke();

        assertThat(send()).as("the grant is gone with the token").isInstanceOf(SmtpOutcome.Unavailable.class);
        assertThat(why()).contains("invalid_grant");
    }

    @Test
    void aGrantThatIsExchangedForANewOneGoesOn() {
        takeShortTokens();
        settings.put(
                "foramen.smtp.oauth.refresh-token",
                endpoint.grantOfTheMailboxOwner(TokenEndpoint.CLIENT_WITH_SHORT_TOKENS));

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            assertThat(send()).isInstanceOf(SmtpOutcome.Sent.class);
            return endpoint.tokens().count() == 2;
        });
    }

    @Test
    void aServerThatWantsNoTokensIsSaid() {
        mailServer.close();
        mailServer = serverThatOffers("GSSAPI");

        assertThat(why()).isEqualTo(NotConnected.NO_SIGN_IN);
    }

    @Test
    void greenMailTakesATokenToo() throws Exception {
        GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        greenMail.start();
        try {
            greenMail.setUser(TokenEndpoint.MAILBOX, TokenEndpoint.MAILBOX, "the-token");

            assertThat(signInTo(greenMail, "an-old-one")).isEqualTo(BearerMechanism.Result.REFUSED);
            assertThat(signInTo(greenMail, "the-token")).isEqualTo(BearerMechanism.Result.SIGNED_IN);
        } finally {
            greenMail.stop();
        }
    }

    @Test
    void whatIsMissingRefusesTheStart() {
        for (String setting : List.of("client-id", "client-secret", "user")) {
            Map<String, String> all = new HashMap<>(settings);
            all.put("foramen.smtp.oauth." + setting, "");

            assertThatExceptionOfType(SettingRefused.class)
                    .isThrownBy(() -> new SmtpServer(new MailProperties(), Settings.with(all)))
                    .withMessageContaining(
                            "FORAMEN_SMTP_OAUTH_" + setting.replace('-', '_').toUpperCase(Locale.ROOT));
        }
    }

    @Test
    void aSecretPassesInTheClearOnlyWithinThisMachine() {
        settings.put("foramen.smtp.oauth.token-uri", "http://login.example/token");

        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> new SmtpServer(new MailProperties(), Settings.with(settings)))
                .withMessageContaining("FORAMEN_SMTP_OAUTH_TOKEN_URI");
    }

    private void takeShortTokens() {
        String client = TokenEndpoint.CLIENT_WITH_SHORT_TOKENS;
        settings.put("foramen.smtp.oauth.client-id", client);
        settings.put("foramen.smtp.oauth.client-secret", TokenEndpoint.secretOf(client));
    }

    private SubmissionServer serverThatOffers(String... mechanisms) {
        return new SubmissionServer(TokenEndpoint.MAILBOX, endpoint.tokens()::isGood, mechanisms);
    }

    private String why() {
        SmtpOutcome outcome = send();
        assertThat(outcome).isInstanceOf(SmtpOutcome.Unavailable.class);
        return ((SmtpOutcome.Unavailable) outcome).why();
    }

    private static BearerMechanism.Result signInTo(GreenMail server, String token) throws Exception {
        try (BoundedSocket line = new BoundedSocket()) {
            line.connect(new InetSocketAddress("127.0.0.1", server.getSmtp().getPort()));
            Session session = Session.getInstance(new Properties());
            SmtpConnection connection = new SmtpConnection(session, line, line, Duration.ofSeconds(30));
            connection.open();
            return BearerMechanism.offeredBy(connection).orElseThrow().signIn(connection, TokenEndpoint.MAILBOX, token);
        }
    }

    /** Each mail over a connection of its own, which signs in anew. */
    private SmtpOutcome send() {
        SmtpServer any = new SmtpServer(new MailProperties(), Settings.defaults());
        SmtpCourier courier = new SmtpCourier(server(), Settings.with(settings));
        try {
            return courier.send(
                    MimeMessages.of(MailSamples.all().get("notice-call-en"), any, "<1@clinic.example>", null));
        } finally {
            courier.destroy();
        }
    }

    private synchronized SmtpServer server() {
        if (server == null) {
            MailProperties where = new MailProperties();
            where.setHost("127.0.0.1");
            where.setPort(mailServer.port());
            server = new SmtpServer(where, Settings.with(settings));
        }
        return server;
    }
}
