package org.foramen.system.faults;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.foramen.stack.mail.Answer;
import org.foramen.stack.mail.Kept;
import org.foramen.stack.process.Service;
import org.foramen.system.stack.Database;
import org.foramen.system.stack.Stack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** The house as it stands where it matters: three brokers, two notifiers, and the ledger in PostgreSQL. */
@Tag("long")
@Timeout(1800)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeHouseIT {

    /** Three listeners for each of two audiences, each with one mail on its way at most, and what is due again. */
    private static final int MAILS_ON_THEIR_WAY = 7;

    private static final Duration LONGER_THAN_AN_ANSWER_IS_AWAITED = Duration.ofSeconds(75);

    private static final Path FAKETIME = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1");

    private final Measure measure = Measure.asked();
    private Database database;
    private Stack stack;

    @BeforeAll
    void build() throws IOException {
        database = new Database(Files.createTempDirectory("foramen-ledger-"));
        database.start();
        stack = Stack.of("large", 3, 2, database.settings());
        stack.mail().keep(Kept.HEADERS);
    }

    @BeforeEach
    void allIsWell() throws IOException {
        stack.mail().behave();
        database.start();
        stack.heal();
    }

    @AfterAll
    void tearDown() throws IOException {
        stack.close();
        database.close();
    }

    @Test
    void oneBrokerOfThreeMayDieThoughItLeads() throws Exception {
        Tally tally = trial("one broker of three killed, a leader", trial -> {
            stack.kafka().broker(stack.inquiries().leader(0)).kill();
            trial.lasting(measure.outage());
        });

        assertThat(tally.lost()).isZero();
        assertThat(tally.accepted()).isEqualTo(tally.sent());
        assertThat(tally.refusals()).isZero();
        assertThat(tally.repeats() + tally.disguised()).isZero();
    }

    @Test
    void everyBrokerMayDieInTurn() throws Exception {
        Tally tally = trial("three brokers killed in turn", trial -> {
            for (int node = 1; node <= 3; node++) {
                stack.kafka().broker(node).kill();
                trial.visitors().awaitMore(measure.inquiries() / 10);
                stack.kafka().start();
            }
        });

        assertThat(tally.lost()).isZero();
        assertThat(tally.refusals()).isZero();
        assertThat(tally.repeats() + tally.disguised()).isZero();
    }

    @Test
    void theLedgersDatabaseMayRestart() throws Exception {
        stack.mail().keep(Kept.WHOLE);
        Emergencies emergencies = new Emergencies(stack, measure.patience());
        Tally tally = trial("ledger database stopped and restarted", trial -> {
            emergencies.ask(3);
            database.stop();
            emergencies.ask(3);
            trial.lasting(measure.outage());
            database.start();
        });
        emergencies.awaitSaid();
        stack.mail().keep(Kept.HEADERS);
        try (Connection ledger = database.connect()) {
            emergencies.assertThatEachIsOnTheBoardAndSaidOnce(ledger);
        }
        emergencies.forget();

        assertThat(tally.lost()).isZero();
        assertThat(tally.repeats()).isLessThanOrEqualTo(2 * MAILS_ON_THEIR_WAY);
        assertThat(tally.disguised()).isZero();
        assertThat(tally.late()).as("mails that waited").isPositive();
    }

    @Test
    void theLedgersDatabaseMayFallSilent() throws Exception {
        Tally tally = trial("ledger database says nothing", trial -> {
            Map<Service, Integer> before = stack.notifiers().stream()
                    .collect(toMap(identity(), notifier -> notifier.said().length()));
            try (Connection holder = database.hold()) {
                trial.lasting(LONGER_THAN_AN_ANSWER_IS_AWAITED);
                assertThat(before).allSatisfy((notifier, length) -> assertThat(
                                notifier.said().substring(length))
                        .as("gave up while nothing was said, and waits")
                        .containsPattern("-mailer waits: (TransactionSystem|DataAccessResourceFailure)Exception"));
            }
        });

        assertThat(tally.lost()).isZero();
        assertThat(tally.repeats()).isLessThanOrEqualTo(2 * MAILS_ON_THEIR_WAY);
        assertThat(tally.disguised()).isZero();
        assertThat(tally.late()).as("mails that waited").isPositive();
    }

    @Test
    void oneNotifierOfTwoMayDie() throws Exception {
        stack.mail().onMail(mail -> Answer.yesAfterMillis(40));
        Tally tally = trial("one notifier of two killed", trial -> {
            for (int kill = 0; kill < measure.kills(); kill++) {
                trial.awaitMails(20);
                stack.notifiers().get(kill % 2).kill();
                trial.awaitMails(20);
                stack.notifiers().get(kill % 2).start();
            }
        });

        assertThat(tally.lost()).isZero();
        assertThat(tally.repeats()).isLessThanOrEqualTo(measure.kills() * MAILS_ON_THEIR_WAY);
        assertThat(tally.disguised()).isZero();
    }

    @Test
    void twoNotifiersMayBeRestartedOneAfterTheOther() throws Exception {
        Tally tally = trial("two notifiers, rolling restart", trial -> {
            for (Service notifier : stack.notifiers()) {
                trial.awaitMails(20);
                notifier.stop();
                notifier.start();
            }
        });

        assertThat(tally.lost()).isZero();
        assertThat(tally.repeats() + tally.disguised()).isZero();
    }

    @Test
    void oneNotifiersClockMayStepBackAnHour() throws Exception {
        assumeThat(FAKETIME).as("Debian's libfaketime").exists();
        Path clock = Files.writeString(stack.folder().resolve("clock"), "+0");
        Service unsteady = stack.notifiers().get(0);
        unsteady.stop();
        unsteady.begin(Map.of(
                        "LD_PRELOAD",
                        FAKETIME.toString(),
                        "FAKETIME_TIMESTAMP_FILE",
                        clock.toString(),
                        "FAKETIME_CACHE_DURATION",
                        "1",
                        "FAKETIME_DONT_FAKE_MONOTONIC",
                        "1",
                        "FAKETIME_FORCE_MONOTONIC_FIX", // else each wait of a JVM ends at once
                        "0"))
                .awaitReady();
        AtomicReference<Instant> stepped = new AtomicReference<>(Instant.EPOCH);
        Tally tally;
        try {
            tally = trial("one notifier's clock stepped back an hour", trial -> {
                trial.awaitMails(20);
                Files.writeString(clock, "-3600");
                stepped.set(Instant.now());
                trial.lasting(measure.outage());
            });
        } finally {
            unsteady.kill();
        }

        String anHourBefore = stepped.get()
                .minus(Duration.ofHours(1))
                .plusSeconds(5)
                .toString()
                .substring(0, 16);
        assertThat(unsteady.said()).as("its log went back in time").contains("\n" + anHourBefore);
        assertThat(tally.lost()).isZero();
        assertThat(tally.repeats() + tally.disguised()).isZero();
    }

    private Tally trial(String name, Fault fault) throws Exception {
        try (Trial trial = new Trial(name, stack, measure, true)) {
            return trial.during(fault);
        }
    }
}
