package org.foramen.notifier.smtp;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLSocket;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.foramen.notifier.smtp.signin.SignInDialogue;
import org.foramen.notifier.smtp.socket.BoundedSocket;
import org.foramen.notifier.smtp.socket.Deadline;
import org.foramen.notifier.smtp.socket.SmtpBody;
import org.foramen.notifier.smtp.socket.WatchedSslSocketFactory;
import org.foramen.notifier.smtp.verdict.Phase;
import org.foramen.notifier.smtp.verdict.Reply;
import org.foramen.notifier.smtp.verdict.SmtpOutcome;
import org.foramen.notifier.smtp.verdict.SmtpVerdict;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the mail server, which knows how far a mail got on it and what was answered there. Angus's exceptions do
 * not tell a time-out within the mail from one after its final dot, and the second may be a mail that was delivered.
 */
final class SmtpConnection extends SMTPTransport implements SignInDialogue {

    private static final int YES = 250;
    private static final int GO_ON = 354;

    private final BoundedSocket line;
    private final Socket socket;
    private final Duration finalTimeout;
    private @Nullable SmtpBody body;
    private Phase phase = Phase.GREETING;
    private Reply reply = Reply.NONE;
    private String said = "";
    private boolean aside;
    private int mails;
    private long lastUsed = System.nanoTime();

    /**
     * @param line what carries the bytes
     * @param socket what is spoken into: the line, or what encrypts above it
     * @param finalTimeout how long the answer to a mail's final dot is awaited
     */
    SmtpConnection(Session session, BoundedSocket line, Socket socket, Duration finalTimeout) {
        super(session, null);
        this.line = line;
        this.socket = socket;
        this.finalTimeout = finalTimeout;
    }

    /** Hears the greeting, says EHLO, encrypts the line, and signs in where a password is set. */
    void open() throws MessagingException {
        try {
            connect(socket);
        } catch (AuthenticationFailedException e) {
            phase = Phase.SIGN_IN; // it may have found no mechanism to begin with
            throw e;
        }
    }

    /** Sends a mail; the deadline, while it is watched, may cut the line. */
    void send(Message message, Deadline deadline) throws MessagingException {
        deadline.watch(line);
        line.nextMail();
        if (message instanceof SMTPMessage named && !supportsExtension("DSN")) {
            named.setMailExtension(null); // a server that does not know it may refuse the sender for it
        }
        sendMessage(message, message.getRecipients(Message.RecipientType.TO));
    }

    @Override
    public synchronized void sendMessage(Message message, Address[] to) throws MessagingException {
        phase = Phase.MAIL_FROM;
        reply = Reply.NONE;
        super.sendMessage(message, to);
    }

    @Override
    protected void sendCommand(String command) throws MessagingException {
        aside = "RSET".equals(command) || "QUIT".equals(command); // what follows a trouble says nothing about it
        if (!aside) {
            phase = phase.after(command);
            reply = Reply.NONE;
        }
        super.sendCommand(command);
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        int code = super.readServerResponse();
        if (!aside) {
            said = Objects.toString(getLastServerResponse(), "");
            reply = Reply.of(code, said);
        }
        return aside ? code : asUsual(code);
    }

    /** Angus knows one yes to each command; a server may say another, for the first digit is what counts (RFC 5321, 4.2.1). */
    private int asUsual(int code) {
        return switch (phase) {
            case MAIL_FROM, RCPT_TO, FINAL_DOT -> code / 100 == 2 ? YES : code;
            case DATA -> code / 100 == 3 ? GO_ON : code;
            default -> code;
        };
    }

    @Override
    protected OutputStream data() throws MessagingException {
        OutputStream byAngus = super.data();
        phase = Phase.BODY;
        reply = Reply.NONE;
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

    @Override
    public synchronized boolean offers(String mechanism) {
        return supportsAuthentication(mechanism);
    }

    @Override
    public int say(String command) throws MessagingException {
        return simpleCommand(command);
    }

    /** What the server can do beyond plain SMTP, and whether somebody listens on the way. */
    SmtpCourier.ServerFacts facts() {
        return new SmtpCourier.ServerFacts(
                tls(), signIns(), phase == Phase.SIGN_IN, getExtensionParameter("SIZE"), supportsExtension("DSN"));
    }

    /** How the line is encrypted; null: it is not. */
    private @Nullable String tls() {
        if (socket instanceof SSLSocket encrypted) {
            return WatchedSslSocketFactory.inWords(encrypted.getSession());
        }
        if (!isSSL()) {
            return null;
        }
        Object encrypts = session.getProperties().get(SmtpSession.TLS);
        String seen = encrypts instanceof WatchedSslSocketFactory tls ? tls.inWords() : null;
        return seen == null ? "as the settings have it" : seen;
    }

    /** Such as {@code PLAIN XOAUTH2}; null: none. */
    @Nullable String signIns() {
        return getExtensionParameter("AUTH");
    }

    Phase phase() {
        return phase;
    }

    Reply reply() {
        return reply;
    }

    /** What the conversation meant for the mail, as far as it got. */
    SmtpOutcome outcome() {
        return SmtpVerdict.on(phase, reply, said);
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
}
