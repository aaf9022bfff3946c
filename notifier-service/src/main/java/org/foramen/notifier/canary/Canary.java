package org.foramen.notifier.canary;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.foramen.notifier.imap.ImapServer;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.settings.CanarySettings;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.smtp.SmtpServer;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Sends an inquiry of our own by a schedule, has it followed to its mailbox, and says where it was seen last when it stays away. */
@Component
class Canary implements SchedulingConfigurer {

    private static final Duration LOOK = Duration.ofSeconds(2);

    private final CanarySettings settings;
    private final NotifierSettings.Smtp transport;
    private final SmtpServer smtp;
    private final CanaryMark mark;
    private final MeterRegistry meters;
    private final Flights flights;

    Canary(NotifierSettings settings, SmtpServer smtp, CanaryMark mark, Ledger ledger, MeterRegistry meters) {
        this.settings = settings.canary();
        this.transport = settings.smtp();
        this.smtp = smtp;
        this.mark = mark;
        this.meters = meters;
        this.flights = new Flights(settings.canary().within(), ledger, meters);
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        if (!settings.isSet()) {
            return;
        }
        IntakeClient intake = new IntakeClient(requireNonNull(settings.intake()), settings.clientKey());
        ImapServer mailbox = new ImapServer(settings.imap(), transport, smtp.tokens());
        for (Station station : Station.values()) {
            Gauge.builder("foramen.canary.missing", () -> flights.isMissing(station, Instant.now()) ? 1 : 0)
                    .description("1: our own inquiry did not arrive in time, and was seen here last")
                    .tag("last", station.wireName())
                    .register(meters);
        }
        tasks.addFixedRateTask(() -> send(intake), requireNonNull(settings.every()));
        tasks.addFixedDelayTask(() -> flights.look(mailbox), LOOK);
    }

    private void send(IntakeClient intake) {
        try {
            String address = requireNonNull(settings.address());
            Instant begun = Instant.now();
            flights.begin(new Flight(intake.enter(address, mark.message(address)), begun, Station.INTAKE));
        } catch (InterruptedException e) { // the notifier stops
            Thread.currentThread().interrupt();
        }
    }
}
