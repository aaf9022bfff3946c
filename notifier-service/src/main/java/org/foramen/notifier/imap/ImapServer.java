package org.foramen.notifier.imap;

import static java.util.Objects.requireNonNull;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.time.Clock;
import org.foramen.base.SettingRefused;
import org.foramen.notifier.settings.ImapSettings;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.smtp.signin.SignInFailed;
import org.foramen.notifier.smtp.signin.SignInGate;
import org.foramen.notifier.smtp.signin.TokenSignIn;
import org.foramen.notifier.smtp.socket.Deadline;
import org.foramen.notifier.smtp.socket.Deadlines;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** An IMAP server and whom we sign in as. As with mail that is sent, TLS is a must unless the server is this machine. */
public final class ImapServer {

    private final ImapSettings settings;
    private final @Nullable TokenSignIn tokens;
    private final ImapSessions sessions;
    private final SignInGate gate;
    private final Deadlines deadlines;

    /** @param tokens what signs in where no password is set; null: nothing does */
    public ImapServer(ImapSettings settings, NotifierSettings.Smtp smtp, @Nullable TokenSignIn tokens) {
        this.settings = settings;
        this.tokens = settings.secret() == null ? tokens : null;
        if (settings.secret() == null && tokens == null) {
            throw new SettingRefused(
                    "A mailbox at " + settings.host() + " is to be read, and neither a password nor OAuth is set.");
        }
        if (this.tokens == null && !StringUtils.hasText(settings.user())) {
            throw new SettingRefused("A mailbox at " + settings.host() + " is to be read, and its user is missing.");
        }
        this.sessions = new ImapSessions(settings, smtp, this.tokens != null);
        this.deadlines = new Deadlines(smtp.totalDeadline());
        this.gate = new SignInGate(smtp.signInFirst(), smtp.signInLongest(), Clock.systemUTC());
    }

    /** Opens the folder that is set, unless the sign-in was refused not long ago. */
    public ImapMailbox open() throws MessagingException {
        return open(settings.folder());
    }

    /** All that is done with the mailbox until it is closed has the time that a mail has; then its lines are cut. */
    public ImapMailbox open(String folder) throws MessagingException {
        Deadline deadline = deadlines.begin();
        try {
            ImapLines lines = new ImapLines();
            deadline.watch(lines);
            Store store = signedIn(sessions.open(lines));
            lines.signedIn();
            return opened(store, folder, deadline);
        } catch (MessagingException | RuntimeException e) {
            deadline.close();
            throw e;
        }
    }

    private static ImapMailbox opened(Store store, String folder, Deadline deadline) throws MessagingException {
        try {
            return new ImapMailbox(store, folder, deadline);
        } catch (MessagingException e) {
            store.close();
            throw e;
        }
    }

    /** A mailbox is looked into again and again, and a wrong password that is tried each time locks the account. */
    private Store signedIn(Session session) throws MessagingException {
        try (SignInGate.Pass pass = gate.enter()) {
            Store store = signedIn(session, pass);
            pass.signedIn();
            return store;
        } catch (SignInFailed e) {
            throw new MessagingException(e.why(), e);
        } catch (SettingRefused e) { // the file with the password is gone meanwhile
            throw new MessagingException(String.valueOf(e.getMessage()), e);
        }
    }

    private Store signedIn(Session session, SignInGate.Pass pass) throws MessagingException, SignInFailed {
        try {
            return tokens == null ? connect(session, requireNonNull(settings.secret())) : withToken(session, tokens);
        } catch (AuthenticationFailedException e) {
            pass.refused("the sign-in was refused: " + e.getMessage());
            throw e;
        } catch (SignInFailed e) {
            pass.refused(e);
            throw e;
        }
    }

    /** A token that is refused is renewed once. */
    private Store withToken(Session session, TokenSignIn signIn) throws MessagingException, SignInFailed {
        String token = signIn.tokens().current();
        try {
            return connect(session, token);
        } catch (AuthenticationFailedException e) {
            if (isUnavailable(e)) {
                throw e;
            }
            return connect(session, signIn.tokens().newerThan(token));
        }
    }

    /** True when the server cannot tell whether we may, as when its own identity provider is away (RFC 5530). */
    static boolean isUnavailable(AuthenticationFailedException e) {
        return String.valueOf(e.getMessage()).startsWith("[UNAVAILABLE]");
    }

    private Store connect(Session session, String secret) throws MessagingException {
        Store store =
                tokens == null ? session.getStore(sessions.protocol()) : new TokenStore(session, sessions.protocol());
        store.connect(settings.host(), settings.port(), user(), secret);
        return store;
    }

    /** How the last connection was encrypted, such as {@code TLSv1.3, TLS_AES_256_GCM_SHA384}; null: it was not. */
    public @Nullable String tls() {
        return sessions.tls();
    }

    /** Who signs in. */
    public String user() {
        return StringUtils.hasText(settings.user())
                ? settings.user()
                : requireNonNull(tokens).user();
    }

    /** The one that is read. */
    public String folder() {
        return settings.folder();
    }

    /** Such as {@code imap.clinic.example:993}. */
    @Override
    public String toString() {
        return settings.host() + ":" + settings.port();
    }
}
