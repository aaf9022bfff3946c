package org.foramen.notifier.checkmail;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foramen.notifier.imap.Dovecot;
import org.foramen.notifier.smtp.SubmissionServer;
import org.foramen.notifier.smtp.TokenEndpoint;
import org.foramen.notifier.webhook.Authority;

/**
 * What stands in for Microsoft 365: an authorization server that grants an application tokens for a resource, a mail server on
 * port 587 that wants STARTTLS and such a token, and an IMAP server on port 993 that takes it too.
 */
final class ExchangeOnline implements AutoCloseable {

    static final String MAILBOX = "no-reply@clinic.example";
    static final String ANOTHER_SCOPE = "https://graph.microsoft.com/.default";

    private static final String RESOURCE = "https://outlook.office365.com";
    private static final String TENANT = "the-tenant";
    private static final String APPLICATION = "the-application";

    private final String address = Dovecot.ownAddress();
    private final Authority authority = new Authority();
    private final TokenEndpoint login = new TokenEndpoint(
            "/" + TENANT + "/oauth2/v2.0/token", MAILBOX, APPLICATION, RESOURCE + "/.default", ANOTHER_SCOPE);
    private final Path folder;
    private final SubmissionServer smtp;
    private final Dovecot imap;
    private volatile Duration clock = Duration.ZERO;
    private volatile boolean consent = true;

    /** @param folder for keys and certificates */
    ExchangeOnline(Path folder) throws Exception {
        this.folder = folder;
        this.imap = new Dovecot(
                address,
                authority.files(address, folder),
                new Dovecot.Introspection(login.introspection(), APPLICATION, TokenEndpoint.secretOf(APPLICATION)));
        this.smtp = new SubmissionServer(
                new SubmissionServer.Terms(
                        MAILBOX, this::isGood, "5.7.3 Authentication unsuccessful", true, List.of("XOAUTH2")),
                InetAddress.getByName(address),
                587,
                authority.server(address));
        smtp.onMail(mail -> {
            if (mail.to().equals(MAILBOX)) {
                imap.deliver(MAILBOX, mail.text());
            }
        });
    }

    /** The page's settings, with our addresses in place of Microsoft's and of what stands in pointed brackets. */
    Map<String, String> addressed(Map<String, String> page) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), TokenEndpoint.secretOf(APPLICATION) + "\n");
        Map<String, String> settings = new LinkedHashMap<>(page);
        replace(settings, "SPRING_MAIL_HOST", "smtp.office365.com", address);
        replace(settings, "FORAMEN_BOUNCES_IMAP_HOST", "outlook.office365.com", address);
        replace(settings, "FORAMEN_SMTP_OAUTH_TOKEN_URI", "https://login.microsoftonline.com", login.base());
        replace(settings, "FORAMEN_SMTP_OAUTH_TOKEN_URI", "<tenant id>", TENANT);
        replace(settings, "FORAMEN_SMTP_OAUTH_CLIENT_ID", "<application id>", APPLICATION);
        replace(
                settings,
                "FORAMEN_SMTP_OAUTH_CLIENT_SECRET_FILE",
                "/run/secrets/smtp-client-secret",
                secret.toString());
        return settings;
    }

    private static void replace(Map<String, String> settings, String name, String there, String here) {
        assertThat(settings.get(name)).as(name).contains(there);
        settings.computeIfPresent(name, (any, value) -> value.replace(there, here));
    }

    /** Where programs learn whom to trust. */
    Path trustStore() throws Exception {
        return authority.trustStore(folder);
    }

    String smtpAddress() {
        return address + ":587";
    }

    List<SubmissionServer.Taken> mails() {
        return smtp.taken();
    }

    Dovecot mailbox() {
        return imap;
    }

    /** The application may send no more, whatever its token says. */
    void withdrawConsent() {
        consent = false;
    }

    /** How far the mail server's clock is ahead of the one that dates tokens. */
    void setClockOfMailServer(Duration ahead) {
        clock = ahead;
    }

    void heal() {
        consent = true;
        clock = Duration.ZERO;
    }

    private boolean isGood(String token) {
        try {
            JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
            Instant now = Instant.now().plus(clock);
            return consent
                    && login.tokens().isGood(token)
                    && claims.getAudience().contains(RESOURCE)
                    && !now.isBefore(claims.getNotBeforeTime().toInstant())
                    && now.isBefore(claims.getExpirationTime().toInstant());
        } catch (ParseException e) {
            return false;
        }
    }

    @Override
    public void close() {
        smtp.close();
        imap.close();
        login.close();
    }
}
