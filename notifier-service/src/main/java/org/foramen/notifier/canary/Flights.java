package org.foramen.notifier.canary;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.imap.ImapMailbox;
import org.foramen.notifier.imap.ImapServer;
import org.foramen.notifier.imap.MailboxTrouble;
import org.foramen.notifier.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The inquiries of our own under way, each followed from station to station. */
class Flights {

    private static final Logger log = LoggerFactory.getLogger(Flights.class);

    private static final int MOST_UNDER_WAY = 20;

    private final Duration within;
    private final Ledger ledger;
    private final MeterRegistry meters;
    private volatile List<Flight> flights = List.of(); // the newest first

    /** @param within how long the whole way may take */
    Flights(Duration within, Ledger ledger, MeterRegistry meters) {
        this.within = within;
        this.ledger = ledger;
        this.meters = meters;
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
            if (flight.begun().plus(within).isBefore(now)) {
                return flight.seen() == last;
            }
        }
        return false;
    }

    /** Follows those under way. The ledger is asked first, so that a mailbox that is away hides no station before it. */
    synchronized void look(ImapServer mailbox) {
        if (flights.stream().noneMatch(Flight::isUnderWay)) {
            return;
        }
        flights = flights.stream().map(this::asTheLedgerKnowsIt).toList();
        try (ImapMailbox open = mailbox.open()) {
            for (Flight flight : flights) {
                if (flight.isMailed() && open.take(mailOf(flight).wireName())) {
                    arrive(flight);
                }
            }
        } catch (MessagingException e) {
            log.warn("The canary's mailbox is not read: {}", MailboxTrouble.inWords(mailbox, e));
        }
    }

    private Flight asTheLedgerKnowsIt(Flight flight) {
        return flight.isUnderWay()
                ? ledger.find(new DeliveryKey(mailOf(flight), Audience.NOTICE))
                        .map(mail -> flight.seenAt(mail.state() == State.SENT ? Station.MAIL_SERVER : Station.NOTIFIER))
                        .orElse(flight)
                : flight;
    }

    /** Noted at once, for the mail is gone from the mailbox. */
    private void arrive(Flight arrived) {
        flights = flights.stream()
                .map(flight -> flight.equals(arrived) ? flight.seenAt(Station.MAILBOX) : flight)
                .toList();
        Timer.builder("foramen.canary.time")
                .description("From the intake's door to the mailbox, for an inquiry of our own")
                .register(meters)
                .record(Duration.between(arrived.begun(), Instant.now()));
    }

    private static Subject mailOf(Flight flight) {
        InquiryId inquiry = flight.inquiry().orElseThrow();
        return new Subject.Canary(inquiry);
    }
}
