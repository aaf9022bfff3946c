package org.foramen.notifier.smtp;

import static java.util.Objects.requireNonNull;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.smtp.signin.BearerMechanism;
import org.foramen.notifier.smtp.signin.SignInFailed;
import org.foramen.notifier.smtp.signin.SignInGate;
import org.foramen.notifier.smtp.signin.TokenSignIn;
import org.foramen.notifier.smtp.socket.BoundedSocket;
import org.foramen.notifier.smtp.socket.Deadline;
import org.foramen.notifier.smtp.socket.ServerSockets;
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

    private final ServerSockets sockets;
    private final Session session;
    private final boolean implicitTls;
    private final boolean allowPlaintext;
    private final Duration finalTimeout;
    private final @Nullable TokenSignIn tokens;
    private final SignInGate gate;

    SmtpServer(MailProperties server, NotifierSettings all) {
        NotifierSettings.Smtp settings = all.smtp();
        String host = server.getHost() == null ? "localhost" : server.getHost();
        int port = server.getPort() == null ? SMTP : server.getPort();
        this.sockets = new ServerSockets(host, port, settings.connectTimeout(), settings.readTimeout());
        this.implicitTls = port == SMTPS || "smtps".equals(server.getProtocol());
        this.allowPlaintext = settings.allowPlaintext();
        this.session = SmtpSession.of(server, host, implicitTls, all);
        this.finalTimeout = settings.finalTimeout();
        this.tokens = settings.oauth().isSet()
                ? TokenSignIn.of(settings.oauth(), server.getUsername(), settings.connectTimeout())
                : null;
        this.gate = new SignInGate(settings.signInFirst(), settings.signInLongest(), Clock.systemUTC());
    }

    Session session() {
        return session;
    }

    /** Opens a connection, greets and signs in, unless a sign-in was refused not long ago. */
    SmtpConnection connect(Deadline deadline) throws NotConnected {
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
            pass.refused(e.why());
            throw new NotConnected(Phase.SIGN_IN, Reply.NONE, e.why(), e);
        } catch (NotConnected e) {
            if (e.phase() == Phase.SIGN_IN) {
                pass.refused(e.why());
            }
            throw e;
        }
    }

    private SmtpConnection withPassword(Deadline deadline) throws NotConnected {
        SmtpConnection connection = open(deadline);
        boolean isSet = Boolean.parseBoolean(session.getProperty("mail.smtp.auth"));
        if (isSet && connection.phase() != Phase.SIGN_IN) {
            connection.cut();
            throw new NotConnected(Phase.SIGN_IN, connection.reply(), NotConnected.NO_SIGN_IN, null);
        }
        return connection;
    }

    /** A token that is refused is renewed once. */
    private SmtpConnection withToken(TokenSignIn signIn, Deadline deadline) throws NotConnected, SignInFailed {
        String token = signIn.tokens().current();
        SmtpConnection connection = open(deadline);
        if (!takes(connection, signIn, token)) {
            connection.cut();
            connection = open(deadline);
            if (!takes(connection, signIn, signIn.tokens().newerThan(token))) {
                connection.cut();
                throw NotConnected.at(Phase.SIGN_IN, connection.reply(), null);
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
                throw new NotConnected(Phase.SIGN_IN, connection.reply(), NotConnected.NO_SIGN_IN, null);
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
        throw NotConnected.at(Phase.SIGN_IN, connection.reply(), broken);
    }

    /** At the first of its addresses where the server greets us. */
    private SmtpConnection open(Deadline deadline) throws NotConnected {
        NotConnected last = null;
        for (InetAddress address : addresses()) {
            try {
                return open(address, deadline);
            } catch (NotConnected e) {
                if (e.phase().compareTo(Phase.GREETING) > 0) {
                    throw e;
                }
                last = e;
            }
        }
        throw requireNonNull(last, "a name has an address");
    }

    private InetAddress[] addresses() throws NotConnected {
        try {
            return sockets.addresses();
        } catch (UnknownHostException e) {
            throw NotConnected.unreached(sockets.toString(), e);
        }
    }

    private SmtpConnection open(InetAddress address, Deadline deadline) throws NotConnected {
        BoundedSocket line;
        try {
            line = sockets.open(address, deadline);
        } catch (IOException e) {
            throw NotConnected.unreached(sockets.toString(), e);
        }
        SmtpConnection connection;
        try {
            Socket socket = implicitTls ? sockets.encrypted(line) : line;
            connection = new SmtpConnection(session, line, socket, finalTimeout);
        } catch (IOException e) {
            throw NotConnected.unencrypted(e);
        }
        try {
            if (!implicitTls && !allowPlaintext && !address.isLoopbackAddress()) {
                connection.setRequireStartTLS(true); // the name may have moved since the start
            }
            connection.open();
            return connection;
        } catch (MessagingException e) {
            connection.cut();
            throw connection.trouble(e);
        }
    }
}
