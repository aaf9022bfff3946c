package org.foramen.notifier.smtp;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.smtp.SmtpConnection.Phase;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Hands mails to the mail server, one recipient each, over connections that it keeps and uses again. */
@Component
public class SmtpCourier implements DisposableBean {

    private final SmtpServer server;
    private final Duration totalDeadline;
    private final Duration idleLimit;
    private final int mailsPerConnection;
    private final ConcurrentLinkedDeque<SmtpConnection> idle = new ConcurrentLinkedDeque<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "smtp-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    SmtpCourier(SmtpServer server, NotifierSettings settings) {
        this.server = server;
        this.totalDeadline = settings.smtp().totalDeadline();
        this.idleLimit = settings.smtp().idleLimit();
        this.mailsPerConnection = settings.smtp().mailsPerConnection();
    }

    public Outcome send(MimeMessage mail) {
        SmtpConnection kept = takeIdle();
        if (kept != null) {
            Outcome outcome = send(mail, kept);
            boolean closedMeanwhile = outcome instanceof Outcome.Unavailable && kept.phase() == Phase.ENVELOPE;
            if (!closedMeanwhile) {
                return outcome;
            }
        }
        try {
            return send(mail, server.connect());
        } catch (MessagingException e) {
            return SmtpVerdict.on(e, Phase.IDLE);
        }
    }

    private Outcome send(MimeMessage mail, SmtpConnection connection) {
        ScheduledFuture<?> deadline = watch.schedule(connection::cut, totalDeadline.toNanos(), TimeUnit.NANOSECONDS);
        boolean sent = false;
        try {
            Address[] recipient = mail.getRecipients(Message.RecipientType.TO);
            connection.sendMessage(mail, recipient);
            sent = true;
            return new Outcome.Sent(new Reply(connection.getLastReturnCode(), null));
        } catch (MessagingException e) {
            return SmtpVerdict.on(e, connection.phase());
        } catch (IllegalStateException e) { // Angus: this connection was closed meanwhile
            return SmtpVerdict.on(new MessagingException("not connected", e), connection.phase());
        } finally {
            deadline.cancel(false);
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
        watch.shutdownNow();
        for (SmtpConnection next = idle.poll(); next != null; next = idle.poll()) {
            goodbye(next);
        }
    }
}
