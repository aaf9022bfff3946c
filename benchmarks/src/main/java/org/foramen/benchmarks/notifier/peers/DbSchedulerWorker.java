package org.foramen.benchmarks.notifier.peers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * db-scheduler as the ledger's worker: each mail is a one-time task, a thread each sends them on kept connections. It reads no
 * topic, opens no seal, matches nothing and notes nothing but its tasks. What fails is tried again after five minutes.
 */
public final class DbSchedulerWorker {

    /** For many tasks a second, as its README has it: threads have their next task before they end one. */
    private static final double FEWEST_FOR_EACH_THREAD = 1;

    private static final double MOST_FOR_EACH_THREAD = 4;
    private static final Duration POLL = Duration.ofMillis(100);

    private final ConcurrentLinkedDeque<SMTPTransport> idle = new ConcurrentLinkedDeque<>();

    private DbSchedulerWorker() {}

    /**
     * Arguments: address of the database, port of the mail server, folder with the mails, threads, and {@code fetch}, its
     * default, or {@code lock-and-fetch}.
     */
    public static void main(String[] arguments) throws IOException {
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(arguments[0]);
        int smtpPort = Integer.parseInt(arguments[1]);
        Path mails = Path.of(arguments[2]);
        DbSchedulerWorker worker = new DbSchedulerWorker();
        SchedulerBuilder scheduler = Scheduler.create(
                        database,
                        worker.task("clinic", new TunedMails(smtpPort, mails, "clinic")),
                        worker.task("patient", new TunedMails(smtpPort, mails, "patient")))
                .threads(Integer.parseInt(arguments[3]))
                .pollingInterval(POLL);
        if (arguments[4].equals("lock-and-fetch")) {
            scheduler.pollUsingLockAndFetch(FEWEST_FOR_EACH_THREAD, MOST_FOR_EACH_THREAD);
        }
        scheduler.build().start();
    }

    private OneTimeTask<Void> task(String audience, TunedMails mails) {
        return Tasks.oneTime(audience).execute((task, context) -> send(mails, task.getId()));
    }

    private void send(TunedMails mails, String id) {
        try {
            SMTPTransport kept = idle.poll();
            SMTPTransport server = kept == null ? mails.connect() : kept;
            MimeMessage message = mails.about(id);
            server.sendMessage(message, message.getAllRecipients());
            idle.push(server);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("the mail did not go", e);
        }
    }
}
