package org.foramen.notifier.smtp;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the mail server, which knows how far a mail got on it. Angus's exceptions do not tell a time-out
 * within the mail from one after its final dot, and the second may be a mail that was delivered.
 */
final class SmtpConnection extends SMTPTransport {

    private final Socket line;
    private final Socket socket;
    private final Duration finalTimeout;
    private @Nullable SmtpBody body;
    private Phase phase = Phase.IDLE;
    private int mails;
    private long lastUsed = System.nanoTime();

    /**
     * @param line what carries the bytes
     * @param socket what is spoken into: the line, or what encrypts above it
     * @param finalTimeout how long the answer to a mail's final dot is awaited
     */
    SmtpConnection(Session session, Socket line, Socket socket, Duration finalTimeout) {
        super(session, null);
        this.line = line;
        this.socket = socket;
        this.finalTimeout = finalTimeout;
    }

    @Override
    public synchronized void sendMessage(Message message, Address[] to) throws MessagingException {
        phase = Phase.ENVELOPE;
        super.sendMessage(message, to);
    }

    @Override
    protected OutputStream data() throws MessagingException {
        OutputStream byAngus = super.data();
        phase = Phase.BODY;
        if (isSSL() && !(socket instanceof SSLSocket)) {
            return byAngus; // after STARTTLS only Angus has the socket that encrypts
        }
        try {
            if (body == null) {
                body = new SmtpBody(socket.getOutputStream());
            }
            return body;
        } catch (IOException e) {
            throw new MessagingException("the line broke", e);
        }
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        if (body != null) {
            body.end();
        }
        int usual = socket.getSoTimeout();
        phase = Phase.FINAL_DOT;
        socket.setSoTimeout((int) finalTimeout.toMillis());
        super.finishData();
        phase = Phase.ACCEPTED;
        socket.setSoTimeout(usual);
        mails++;
        lastUsed = System.nanoTime();
    }

    Phase phase() {
        return phase;
    }

    boolean isReused() {
        return mails > 0;
    }

    boolean isFresh(Duration idleLimit, int mailsPerConnection) {
        return mails < mailsPerConnection && System.nanoTime() - lastUsed < idleLimit.toNanos();
    }

    /**
     * Breaks the line at once, without a goodbye; whoever waits on it gets an exception. What encrypts would say goodbye, and
     * wait for whoever is writing.
     */
    void cut() {
        try {
            line.close();
        } catch (IOException e) {
            throw new IllegalStateException("a socket did not close", e);
        }
    }

    /** How far a mail got. */
    enum Phase {
        /** Nothing was sent on this connection yet. */
        IDLE,
        /** Sender and recipient are being given. */
        ENVELOPE,
        /** The mail is being handed over. */
        BODY,
        /** All of it is handed over; the answer is awaited. */
        FINAL_DOT,
        /** The server has said yes. */
        ACCEPTED
    }
}
