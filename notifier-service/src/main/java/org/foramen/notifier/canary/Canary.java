package org.foramen.notifier.canary;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.imap.ImapMailbox;
import org.foramen.notifier.imap.ImapServer;
import org.foramen.notifier.imap.MailboxTrouble;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.settings.CanarySettings;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.smtp.SmtpServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Sends an inquiry of our own by a schedule, follows it to its mailbox, and says where it was seen last when it stays away. */
@Component
class Canary implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(Canary.class);

    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final int MOST_UNDER_WAY = 20;

    private final CanarySettings settings;
    private final NotifierSettings.Smtp transport;
    private final SmtpServer smtp;
    private final CanaryMark mark;
    private final Ledger ledger;
    private final MeterRegistry meters;
    private volatile List<Flight> flights = List.of(); // the newest first

    Canary(NotifierSettings settings, SmtpServer smtp, CanaryMark mark, Ledger ledger, MeterRegistry meters) {
        this.settings = settings.canary();
        this.transport = settings.smtp();
        this.smtp = smtp;
        this.mark = mark;
        this.ledger = ledger;
        this.meters = meters;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        if (!settings.isSet()) {
            return;
        }
        CanaryDoor door = new CanaryDoor(requireNonNull(settings.intake()), settings.clientKey());
        ImapServer mailbox = new ImapServer(settings.imap(), transport, smtp.tokens());
        for (Station station : Station.values()) {
            Gauge.builder("foramen.canary.missing", () -> isMissing(station, Instant.now()) ? 1 : 0)
                    .description("1: our own inquiry did not arrive in time, and was seen here last")
                    .tag("last", station.wireName())
                    .register(meters);
        }
        tasks.addFixedRateTask(() -> send(door), requireNonNull(settings.every()));
        tasks.addFixedDelayTask(() -> look(mailbox), LOOK);
    }

    private void send(CanaryDoor door) {
        try {
            String address = requireNonNull(settings.address());
            Instant begun = Instant.now();
            begin(new Flight(door.enter(address, mark.message(address)), begun, Station.INTAKE));
        } catch (InterruptedException e) { // the notifier stops
            Thread.currentThread().interrupt();
        }
    }

    synchronized void begin(Flight flight) {
        Flight newest = flight.inquiry().isPresent() ? flight : flight.seenAt(Station.NOWHERE);
        flights = Stream.concat(Stream.of(newest), flights.stream())
                .limit(MOST_UNDER_WAY)
                .toList();
    }

    /** Of those that are late the newest counts, unless a newer one has arrived. Never waits for the mailbox, as metrics ask. */
    boolean isMissing(Station last, Instant now) {
        for (Flight flight : flights) {
            if (flight.hasArrived()) {
                return false;
            }
            if (flight.begun().plus(settings.within()).isBefore(now)) {
                return flight.seen() == last;
            }
        }
        return false;
    }

    /** Follows those under way. */
    synchronized void look(ImapServer mailbox) {
        if (flights.stream()
                .allMatch(flight -> flight.hasArrived() || flight.inquiry().isEmpty())) {
            return;
        }
        try (ImapMailbox open = mailbox.open()) {
            List<Flight> seen = new ArrayList<>();
            for (Flight flight : flights) {
                seen.add(flight.hasArrived() || flight.inquiry().isEmpty() ? flight : followed(flight, open));
            }
            flights = List.copyOf(seen);
        } catch (MessagingException e) {
            log.warn("The canary's mailbox is not read: {}", MailboxTrouble.inWords(mailbox, e));
        }
    }

    private Flight followed(Flight flight, ImapMailbox mailbox) throws MessagingException {
        InquiryId inquiry = flight.inquiry().orElseThrow();
        Delivery delivery = ledger.find(new DeliveryKey(new Subject.Canary(inquiry), Audience.NOTICE))
                .orElse(null);
        if (delivery == null) {
            return flight;
        }
        if (!mailbox.take(delivery.messageId())) {
            return flight.seenAt(delivery.state() == State.SENT ? Station.MAIL_SERVER : Station.NOTIFIER);
        }
        Timer.builder("foramen.canary.time")
                .description("From the intake's door to the mailbox, for an inquiry of our own")
                .register(meters)
                .record(Duration.between(flight.begun(), Instant.now()));
        return flight.seenAt(Station.MAILBOX);
    }
}
