package org.foramen.notifier.imap;

import static java.util.Objects.requireNonNull;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Properties;
import org.foramen.base.SettingRefused;
import org.foramen.notifier.settings.ImapSettings;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.smtp.signin.SignInFailed;
import org.foramen.notifier.smtp.signin.TokenSignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** An IMAP server and whom we sign in as. As with mail that is sent, TLS is a must unless the server is this machine. */
public final class ImapServer {

    private static final int IMAPS = 993;

    private final ImapSettings settings;
    private final @Nullable TokenSignIn tokens;
    private final Session session;
    private final String protocol;

    /** @param tokens what signs in where no password is set; null: nothing does */
    public ImapServer(ImapSettings settings, NotifierSettings.Smtp smtp, @Nullable TokenSignIn tokens) {
        this.settings = settings;
        this.tokens = settings.secret() == null ? tokens : null;
        this.protocol = settings.port() == IMAPS ? "imaps" : "imap";
        if (settings.secret() == null && tokens == null) {
            throw new SettingRefused(
                    "A mailbox at " + settings.host() + " is to be read, and neither a password nor OAuth is set.");
        }
        if (this.tokens == null && !StringUtils.hasText(settings.user())) {
            throw new SettingRefused("A mailbox at " + settings.host() + " is to be read, and its user is missing.");
        }
        this.session = Session.getInstance(properties(smtp));
    }

    private Properties properties(NotifierSettings.Smtp smtp) {
        String prefix = "mail." + protocol + ".";
        boolean needsTls = !smtp.allowPlaintext() && !isThisMachine();
        Properties properties = new Properties();
        properties.put(
                prefix + "connectiontimeout",
                String.valueOf(smtp.connectTimeout().toMillis()));
        properties.put(prefix + "timeout", String.valueOf(smtp.readTimeout().toMillis()));
        properties.put(
                prefix + "writetimeout", String.valueOf(smtp.readTimeout().toMillis()));
        properties.put(prefix + "starttls.enable", "true");
        properties.put(prefix + "starttls.required", String.valueOf(needsTls));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put(prefix + "peek", "true");
        if (tokens != null) {
            properties.put(prefix + "auth.mechanisms", "XOAUTH2");
        }
        return properties;
    }

    private boolean isThisMachine() {
        try {
            return InetAddress.getByName(settings.host()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Opens the folder that is set; a token that is refused is renewed once. */
    public ImapMailbox open() throws MessagingException {
        return new ImapMailbox(
                tokens == null ? connect(requireNonNull(settings.secret())) : withToken(tokens), settings.folder());
    }

    private Store withToken(TokenSignIn signIn) throws MessagingException {
        try {
            String token = signIn.tokens().current();
            try {
                return connect(token);
            } catch (AuthenticationFailedException e) {
                return connect(signIn.tokens().newerThan(token));
            }
        } catch (SignInFailed e) {
            throw new MessagingException(e.why(), e);
        }
    }

    private Store connect(String secret) throws MessagingException {
        String user = StringUtils.hasText(settings.user())
                ? settings.user()
                : requireNonNull(tokens).user();
        Store store = session.getStore(protocol);
        store.connect(settings.host(), settings.port(), user, secret);
        return store;
    }

    /** Such as {@code imap.clinic.example:993}. */
    @Override
    public String toString() {
        return settings.host() + ":" + settings.port();
    }
}
