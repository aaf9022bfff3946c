package org.foramen.notifier.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.smtp.socket.Deadline;
import org.foramen.notifier.smtp.socket.Deadlines;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Hands mails to the mail server, one recipient each, over connections that it keeps and uses again. */
@Component
public class SmtpCourier implements DisposableBean {

    private final SmtpServer server;
    private final Duration idleLimit;
    private final int mailsPerConnection;
    private final ConcurrentLinkedDeque<SmtpConnection> idle = new ConcurrentLinkedDeque<>();
    private final Deadlines deadlines;

    SmtpCourier(SmtpServer server, NotifierSettings settings) {
        this.server = server;
        this.idleLimit = settings.smtp().idleLimit();
        this.mailsPerConnection = settings.smtp().mailsPerConnection();
        this.deadlines = new Deadlines(settings.smtp().totalDeadline());
    }

    public Outcome send(MimeMessage mail) {
        try (Deadline deadline = deadlines.begin()) {
            SmtpConnection kept = takeIdle();
            if (kept != null) {
                Outcome outcome = send(mail, kept, deadline);
                boolean closedMeanwhile =
                        outcome instanceof Outcome.Unavailable && outcome.reply().code() < 500;
                if (!closedMeanwhile) {
                    return outcome;
                }
            }
            return send(mail, server.connect(deadline), deadline);
        } catch (NotConnected e) {
            return e.outcome();
        }
    }

    private Outcome send(MimeMessage mail, SmtpConnection connection, Deadline deadline) {
        boolean sent = false;
        try {
            connection.send(mail, deadline);
            sent = true;
            return new Outcome.Sent(connection.reply());
        } catch (MessagingException | IllegalStateException e) { // the second: Angus, this connection was closed meanwhile
            return SmtpVerdict.on(connection.phase(), connection.reply());
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
            if (next.isFresh(idleLimit, mailsPerConnection)) {
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
}
