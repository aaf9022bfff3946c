package org.foramen.notifier.smtp;

import static java.util.Objects.requireNonNull;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.smtp.socket.BoundedSocket;
import org.foramen.notifier.smtp.socket.Deadline;
import org.foramen.notifier.smtp.socket.ServerSockets;
import org.foramen.notifier.smtp.verdict.Phase;
import org.foramen.notifier.smtp.verdict.Reply;

/** Opens connections, encrypted where they must be, and says why when none comes about. */
final class ConnectionOpener {

    private final ServerSockets sockets;
    private final Session session;
    private final boolean implicitTls;
    private final boolean allowPlaintext;
    private final Duration finalTimeout;

    ConnectionOpener(ServerSockets sockets, Session session, boolean implicitTls, NotifierSettings.Smtp settings) {
        this.sockets = sockets;
        this.session = session;
        this.implicitTls = implicitTls;
        this.allowPlaintext = settings.allowPlaintext();
        this.finalTimeout = settings.finalTimeout();
    }

    /** At the first of its addresses where the server greets us. */
    SmtpConnection open(Deadline deadline) throws NotConnected {
        return open(addresses(), deadline);
    }

    SmtpConnection open(InetAddress[] addresses, Deadline deadline) throws NotConnected {
        NotConnected last = null;
        for (InetAddress address : addresses) {
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
            throw trouble(connection, e);
        }
    }

    private static NotConnected trouble(SmtpConnection connection, MessagingException why) {
        Phase phase = connection.phase();
        Reply reply = connection.reply();
        if (phase == Phase.SIGN_IN && reply.isYes()) { // the last thing that it said is what it offers
            return NotConnected.atSignIn(connection, NotConnected.NO_SIGN_IN, why);
        }
        if (phase == Phase.SIGN_IN) {
            return NotConnected.atSignIn(connection, why);
        }
        if (phase == Phase.EHLO && reply.isYes()) {
            return new NotConnected(Phase.TLS, reply, NotConnected.NO_STARTTLS, why);
        }
        boolean atHandshake = phase == Phase.TLS && reply.isYes();
        return atHandshake && why.getNextException() != null
                ? NotConnected.unencrypted(why.getNextException())
                : NotConnected.at(phase, reply, why);
    }
}
