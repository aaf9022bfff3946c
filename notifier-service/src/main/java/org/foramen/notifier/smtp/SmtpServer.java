package org.foramen.notifier.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Clock;
import java.util.Optional;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.smtp.signin.BearerMechanism;
import org.foramen.notifier.smtp.signin.SignInFailed;
import org.foramen.notifier.smtp.signin.SignInGate;
import org.foramen.notifier.smtp.signin.TokenSignIn;
import org.foramen.notifier.smtp.socket.Deadline;
import org.foramen.notifier.smtp.socket.ServerSockets;
import org.foramen.notifier.smtp.verdict.Phase;
import org.foramen.notifier.smtp.verdict.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.stereotype.Component;

/**
 * The mail server, as Spring's {@code spring.mail.*} names it. TLS with a checked host name is a must unless the server is
 * this machine or the settings allow otherwise.
 */
@Component
public class SmtpServer {

    private static final int SMTP = 25;
    private static final int SMTPS = 465;

    private final Session session;
    private final String name;
    private final ConnectionOpener opener;
    private final @Nullable TokenSignIn tokens;
    private final SignInGate gate;

    SmtpServer(MailProperties server, NotifierSettings all) {
        NotifierSettings.Smtp settings = all.smtp();
        String host = server.getHost() == null ? "localhost" : server.getHost();
        int port = server.getPort() == null ? SMTP : server.getPort();
        ServerSockets sockets = new ServerSockets(host, port, settings.connectTimeout(), settings.readTimeout());
        boolean implicitTls = port == SMTPS || "smtps".equals(server.getProtocol());
        this.name = sockets.toString();
        this.session = SmtpSession.of(server, host, implicitTls, all);
        this.opener = new ConnectionOpener(sockets, session, implicitTls, settings);
        this.tokens = settings.oauth().isSet()
                ? TokenSignIn.of(settings.oauth(), server.getUsername(), settings.connectTimeout())
                : null;
        this.gate = new SignInGate(settings.signInFirst(), settings.signInLongest(), Clock.systemUTC());
    }

    /** Such as {@code mail.clinic.example:587}. */
    @Override
    public String toString() {
        return name;
    }

    /** What signs in with access tokens; null: a password does, or nothing. */
    public @Nullable TokenSignIn tokens() {
        return tokens;
    }

    Session session() {
        return session;
    }

    /** Opens a connection, greets and signs in, unless a sign-in was refused not long ago. */
    SmtpConnection connect(Deadline deadline) throws NotConnected {
        if (tokens == null && !hasPassword()) {
            return opener.open(deadline);
        }
        try (SignInGate.Pass pass = gate.enter()) {
            SmtpConnection connection = signedIn(deadline, pass);
            pass.signedIn();
            return connection;
        } catch (SignInFailed e) {
            throw new NotConnected(Phase.SIGN_IN, Reply.NONE, e.why(), e);
        }
    }

    private SmtpConnection signedIn(Deadline deadline, SignInGate.Pass pass) throws NotConnected {
        try {
            return tokens == null ? withPassword(deadline) : withToken(tokens, deadline);
        } catch (SignInFailed e) {
            pass.refused(e);
            throw new NotConnected(Phase.SIGN_IN, Reply.NONE, e.why(), e);
        } catch (NotConnected e) {
            if (e.phase() == Phase.SIGN_IN) {
                pass.refused(e.why());
            }
            throw e;
        }
    }

    private SmtpConnection withPassword(Deadline deadline) throws NotConnected {
        SmtpConnection connection = opener.open(deadline);
        if (connection.phase() != Phase.SIGN_IN) {
            connection.cut();
            throw NotConnected.atSignIn(connection, NotConnected.NO_SIGN_IN, null);
        }
        return connection;
    }

    private boolean hasPassword() {
        return Boolean.parseBoolean(session.getProperty("mail.smtp.auth"));
    }

    /** A token that is refused is renewed once. */
    private SmtpConnection withToken(TokenSignIn signIn, Deadline deadline) throws NotConnected, SignInFailed {
        String token = signIn.tokens().current();
        SmtpConnection connection = opener.open(deadline);
        if (!takes(connection, signIn, token)) {
            connection.cut();
            connection = opener.open(deadline);
            if (!takes(connection, signIn, signIn.tokens().newerThan(token))) {
                connection.cut();
                throw NotConnected.atSignIn(connection, null);
            }
        }
        return connection;
    }

    /** False when the token is refused. */
    private static boolean takes(SmtpConnection connection, TokenSignIn signIn, String token) throws NotConnected {
        MessagingException broken = null;
        try {
            Optional<BearerMechanism.Result> result = signIn.signIn(connection, token);
            if (result.isEmpty()) {
                connection.cut();
                throw NotConnected.atSignIn(connection, NotConnected.NO_SIGN_IN, null);
            }
            if (result.get() != BearerMechanism.Result.FAILED) {
                return result.get() == BearerMechanism.Result.SIGNED_IN;
            }
        } catch (NotConnected e) {
            throw e;
        } catch (MessagingException e) {
            broken = e;
        }
        connection.cut();
        throw NotConnected.atSignIn(connection, broken);
    }
}
