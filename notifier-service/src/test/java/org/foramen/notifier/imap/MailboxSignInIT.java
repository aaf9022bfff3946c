package org.foramen.notifier.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.mail.MessagingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.foramen.notifier.Settings;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.smtp.TokenEndpoint;
import org.foramen.notifier.smtp.signin.TokenSignIn;
import org.foramen.notifier.webhook.Authority;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mailbox that Dovecot serves over TLS, to whoever shows a token that an identity provider vouches for. */
@EnabledIf("org.foramen.notifier.imap.Dovecot#canRun")
@Timeout(120)
class MailboxSignInIT {

    private static final int IMAPS = 993;

    @TempDir
    static Path folder;

    private static Authority authority;
    private static AutoCloseable trust;
    private static TokenEndpoint endpoint;
    private static Dovecot dovecot;

    private final Map<String, String> settings = new HashMap<>(endpoint.settings());

    @BeforeAll
    static void open() throws Exception {
        authority = new Authority();
        trust = authority.trustedByAll();
        endpoint = new TokenEndpoint(Duration.ofHours(1), Duration.ofSeconds(3));
        dovecot = withTokens(endpoint.introspection());
        dovecot.deliver(TokenEndpoint.MAILBOX, "Subject: first\n\nA mail\n");
    }

    @AfterAll
    static void close() throws Exception {
        dovecot.close();
        endpoint.close();
        trust.close();
    }

    @BeforeEach
    void begin() {
        settings.put("foramen.bounces.imap.host", dovecot.address());
        settings.put("foramen.bounces.imap.port", String.valueOf(IMAPS));
        endpoint.tokens().beginToCount();
    }

    @Test
    void aTokenSignsInOverALineThatIsEncryptedFromTheStart() throws Exception {
        assertIsRead(server());
    }

    @Test
    void aTokenSignsInAfterStartTls() throws Exception {
        settings.put("foramen.bounces.imap.port", String.valueOf(dovecot.port()));

        assertIsRead(server());
    }

    @Test
    void aTokenThatEndsBetweenTwoLooksIsRenewed() {
        settings.put("foramen.smtp.oauth.client-id", TokenEndpoint.CLIENT_WITH_SHORT_TOKENS);
        settings.put(
                "foramen.smtp.oauth.client-secret", TokenEndpoint.secretOf(TokenEndpoint.CLIENT_WITH_SHORT_TOKENS));
        ImapServer server = server();

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            assertIsRead(server);
            return endpoint.tokens().count() == 2;
        });
    }

    @Test
    void aTokenThatIsTakenBackIsRenewedOnce() throws Exception {
        ImapServer server = server();
        assertIsRead(server);
        endpoint.tokens().revoke();

        assertIsRead(server);

        assertThat(endpoint.tokens().count()).isEqualTo(2);
    }

    @Test
    void aMailboxThatTheTokenIsNotForIsSaidAndNotTriedEachTime() {
        settings.put("foramen.smtp.oauth.user", "somebody-else@clinic.example");
        ImapServer server = server();

        assertThat(why(server))
                .startsWith(server + " refused our sign-in as somebody-else@clinic.example ([AUTHENTICATIONFAILED]");
        assertThat(why(server)).contains("; the next try is at ");
        assertThat(endpoint.tokens().count()).isEqualTo(2);
    }

    @Test
    void aTokenEndpointThatRefusesUsIsSaid() {
        settings.put("foramen.smtp.oauth.scope", "everything");

        assertThat(why(server())).contains("the token endpoint at 127.0.0.1 refuses us a token: invalid_scope");
    }

    @Test
    void aServerThatCannotAskWhetherTheTokenIsGoodHasNotRefusedIt() throws Exception {
        try (Dovecot alone = withTokens("http://127.0.0.1:1/introspect")) {
            settings.put("foramen.bounces.imap.host", alone.address());
            ImapServer server = server();

            assertThat(why(server)).startsWith(server + " cannot sign us in now as ");
            assertThat(endpoint.tokens().count()).isEqualTo(1);
        }
    }

    @Test
    void aTokenIsNotShownToAServerThatTakesPasswords() throws Exception {
        String address = Dovecot.ownAddress();
        try (Dovecot plain = new Dovecot(address, authority.files(address, folder), null)) {
            settings.put("foramen.bounces.imap.host", address);

            assertThat(why(server()))
                    .isEqualTo(
                            address + ":993 cannot be read: a token is to sign in (XOAUTH2), and it offers only PLAIN");
            Awaitility.await().until(() -> plain.log().contains("(no auth attempts"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {IMAPS, 0})
    void aCertificateOfAnUnknownAuthorityIsRefused(int port) throws Exception {
        String address = Dovecot.ownAddress();
        assertRefused(
                new Dovecot(address, new Authority().files(address, folder), introspection()),
                port,
                "nobody whom this machine trusts vouches for its certificate");
    }

    @ParameterizedTest
    @ValueSource(ints = {IMAPS, 0})
    void aCertificateOfAnotherNameIsRefused(int port) throws Exception {
        assertRefused(
                new Dovecot(Dovecot.ownAddress(), authority.files("imap.elsewhere.example", folder), introspection()),
                port,
                "its certificate is for another name");
    }

    @ParameterizedTest
    @ValueSource(ints = {IMAPS, 0})
    void aCertificateThatHasExpiredIsRefused(int port) throws Exception {
        String address = Dovecot.ownAddress();
        assertRefused(
                new Dovecot(address, authority.expiredFiles(address, folder), introspection()),
                port,
                "its certificate has expired");
    }

    private void assertRefused(Dovecot server, int port, String why) {
        try (server) {
            settings.put("foramen.bounces.imap.host", server.address());
            settings.put("foramen.bounces.imap.port", String.valueOf(port == 0 ? server.port() : port));
            ImapServer imap = server();

            assertThat(why(imap)).isEqualTo("TLS with " + imap + " failed: " + why);
        }
    }

    private static void assertIsRead(ImapServer server) throws MessagingException {
        try (ImapMailbox mailbox = server.open()) {
            assertThat(mailbox.count()).isEqualTo(1);
            assertThat(mailbox.isEncrypted()).isTrue();
        }
        assertThat(server.tls()).startsWith("TLSv1.3, TLS_");
    }

    private static String why(ImapServer server) {
        return MailboxTrouble.inWords(server, catchThrowableOfType(MessagingException.class, () -> server.open()
                .close()));
    }

    private ImapServer server() {
        NotifierSettings all = Settings.with(settings);
        TokenSignIn tokens = TokenSignIn.of(all.smtp().oauth(), null, Duration.ofSeconds(10));
        return new ImapServer(all.bounces().imap(), all.smtp(), tokens);
    }

    private static Dovecot withTokens(String introspection) throws Exception {
        String address = Dovecot.ownAddress();
        return new Dovecot(
                address,
                authority.files(address, folder),
                new Dovecot.Introspection(
                        introspection, TokenEndpoint.CLIENT, TokenEndpoint.secretOf(TokenEndpoint.CLIENT)));
    }

    private static Dovecot.Introspection introspection() {
        return new Dovecot.Introspection(
                endpoint.introspection(), TokenEndpoint.CLIENT, TokenEndpoint.secretOf(TokenEndpoint.CLIENT));
    }
}
