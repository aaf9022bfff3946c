package org.foramen.notifier.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.smtp.socket.Deadline;
import org.foramen.notifier.smtp.socket.Deadlines;
import org.foramen.notifier.smtp.verdict.SmtpOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Hands mails to the mail server, one recipient each, over connections that it keeps and uses again. */
@Component
public class SmtpCourier implements DisposableBean {

    private static final Duration IDLE_LIMIT = Duration.ofSeconds(20);
    private static final int MAILS_PER_CONNECTION = 100;

    private final SmtpServer server;
    private final ConcurrentLinkedDeque<SmtpConnection> idle = new ConcurrentLinkedDeque<>();
    private final Deadlines deadlines;

    SmtpCourier(SmtpServer server, NotifierSettings settings) {
        this.server = server;
        this.deadlines = new Deadlines(settings.smtp().totalDeadline());
    }

    public SmtpOutcome send(MimeMessage mail) {
        try (Deadline deadline = deadlines.begin()) {
            SmtpConnection kept = takeIdle();
            if (kept != null) {
                SmtpOutcome outcome = send(mail, kept, deadline);
                if (!(outcome instanceof SmtpOutcome.Unavailable)) { // closed, or signed out, meanwhile
                    return outcome;
                }
            }
            return send(mail, server.connect(deadline), deadline);
        } catch (NotConnected e) {
            return e.outcome();
        }
    }

    /**
     * Connects and signs in as for a mail, and tells what the server offers.
     *
     * @throws MailServerAway with the reason, when no mail can be handed over
     */
    public ServerFacts look() {
        try (Deadline deadline = deadlines.begin()) {
            SmtpConnection connection = server.connect(deadline);
            deadline.release();
            ServerFacts facts = connection.facts();
            goodbye(connection);
            return facts;
        } catch (NotConnected e) {
            throw new MailServerAway(e);
        }
    }

    private SmtpOutcome send(MimeMessage mail, SmtpConnection connection, Deadline deadline) {
        boolean sent = false;
        try {
            connection.send(mail, deadline);
            sent = true;
            return new SmtpOutcome.Sent(connection.reply());
        } catch (MessagingException
                | IllegalStateException e) { // the second: Angus, this connection was closed meanwhile
            return connection.outcome();
        } finally {
            deadline.release();
            if (sent) {
                idle.push(connection);
            } else { // part of a mail may be on it
                connection.cut();
            }
        }
    }

    private @Nullable SmtpConnection takeIdle() {
        for (SmtpConnection next = idle.poll(); next != null; next = idle.poll()) {
            if (next.isFresh(IDLE_LIMIT, MAILS_PER_CONNECTION)) {
                return next;
            }
            goodbye(next);
        }
        return null;
    }

    private static void goodbye(SmtpConnection connection) {
        try {
            connection.close();
        } catch (MessagingException e) {
            connection.cut();
        }
    }

    @Override
    public void destroy() {
        deadlines.close();
        for (SmtpConnection next = idle.poll(); next != null; next = idle.poll()) {
            goodbye(next);
        }
    }

    /**
     * What a mail server offers.
     *
     * @param tls such as {@code TLSv1.3, TLS_AES_256_GCM_SHA384}; null: the line is not encrypted
     * @param signIns such as {@code PLAIN XOAUTH2}; null: none
     * @param size of the biggest mail in bytes; null: it does not say
     * @param reports whether it can be asked to report what becomes of a mail (RFC 3461)
     */
    public record ServerFacts(
            @Nullable String tls, @Nullable String signIns, boolean signedIn, @Nullable String size, boolean reports) {}
}
