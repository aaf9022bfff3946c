package org.foramen.notifier.bounce;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import org.foramen.notifier.imap.ImapMailbox;
import org.foramen.notifier.imap.ImapServer;
import org.foramen.notifier.imap.MailboxTrouble;
import org.foramen.notifier.settings.BounceSettings;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.smtp.SmtpServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Looks into the bounce mailbox again and again, where one is set, and says at the start what is lost where none is. */
@Component
class BounceRounds implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(BounceRounds.class);

    private final BounceSettings settings;
    private final NotifierSettings.Smtp transport;
    private final SmtpServer smtp;
    private final BounceMailbox bounces;
    private final MeterRegistry meters;
    private volatile Instant lastRead = Instant.now();

    BounceRounds(NotifierSettings settings, SmtpServer smtp, BounceMailbox bounces, MeterRegistry meters) {
        this.settings = settings.bounces();
        this.transport = settings.smtp();
        this.smtp = smtp;
        this.bounces = bounces;
        this.meters = meters;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        if (!settings.imap().isSet()) {
            log.warn(
                    "No bounce mailbox is set (FORAMEN_BOUNCES_IMAP_HOST): that a mail came back later, as from a dead address, "
                            + "is not noticed, and nobody is asked to phone; see docs/mail-providers.md");
            return;
        }
        ImapServer server = new ImapServer(settings.imap(), transport, smtp.tokens());
        Gauge.builder("foramen.bounces.mailbox.age", () -> Duration.between(lastRead, Instant.now())
                        .toSeconds())
                .description("Since the bounce mailbox was last read")
                .baseUnit("seconds")
                .register(meters);
        tasks.addFixedDelayTask(() -> read(server), settings.poll());
    }

    private void read(ImapServer server) {
        try (ImapMailbox mailbox = server.open()) {
            bounces.read(mailbox);
            lastRead = Instant.now();
        } catch (MessagingException e) {
            log.warn("The bounce mailbox is not read: {}", MailboxTrouble.inWords(server, e));
        }
    }
}
