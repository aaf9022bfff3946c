package org.foramen.notifier.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.foramen.base.SealKeyFiles;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.Settings;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.imap.ImapServer;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.ledger.Ledgers;
import org.foramen.notifier.ledger.followup.Followup;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.smtp.verdict.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightsTests {

    private static final InquiryId ID = new InquiryId("K7F392QX0123456789ABCDEFGH");
    private static final DeliveryKey MAIL = new DeliveryKey(new Subject.Canary(ID), Audience.NOTICE);
    private static final Duration WITHIN = Duration.ofMinutes(5);
    private static final Instant BEGUN = Instant.parse("2026-11-28T09:00:00Z");

    @TempDir
    Path folder;

    private DataSource database;
    private Ledger ledger;
    private Flights flights;

    @BeforeEach
    void begin() {
        SealKeyFiles.makeIfAbsent(folder.resolve("keys"));
        database = Ledgers.database("flights");
        ledger = Ledgers.in(database, folder.resolve("keys"), Settings.defaults());
        flights = new Flights(WITHIN, ledger, new SimpleMeterRegistry());
    }

    @Test
    void aMailboxThatCannotBeOpenedHidesNoStationBeforeIt() throws IOException {
        ImapServer away = mailboxThatIsAway();
        flights.begin(new Flight(Optional.of(ID), BEGUN, Station.INTAKE));

        flights.look(away);
        assertThat(lastOfTheMissing()).contains(Station.INTAKE);

        Delivery begun = ledger.beginNew(MAIL, new Position(0, 0), null, BEGUN).orElseThrow();
        flights.look(away);
        assertThat(lastOfTheMissing()).contains(Station.NOTIFIER);

        Ledgers.followups(database, ledger).note(begun, new Followup.Sent(new Reply(250, "2.0.0"), null, BEGUN));
        flights.look(away);
        assertThat(lastOfTheMissing()).contains(Station.MAIL_SERVER);
    }

    private Optional<Station> lastOfTheMissing() {
        Instant late = BEGUN.plus(WITHIN).plusSeconds(1);
        return Arrays.stream(Station.values())
                .filter(station -> flights.isMissing(station, late))
                .findFirst();
    }

    private static ImapServer mailboxThatIsAway() throws IOException {
        NotifierSettings settings = Settings.with(Map.of(
                "foramen.canary.imap.host", "127.0.0.1",
                "foramen.canary.imap.port", String.valueOf(closedPort()),
                "foramen.canary.imap.user", "canary",
                "foramen.canary.imap.password", "password"));
        return new ImapServer(settings.canary().imap(), settings.smtp(), null);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket left = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return left.getLocalPort();
        }
    }
}
