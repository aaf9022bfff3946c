package org.foramen.notifier.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.foramen.base.SealKeyFiles;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.Settings;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.digest.DigestQueries;
import org.foramen.notifier.digest.LostInquiries;
import org.foramen.notifier.ledger.DeadLetterNotices;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.ledger.Ledgers;
import org.foramen.notifier.reconciliation.LostRecords.Standing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class LostRecordsTests {

    private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");
    private static final String TOPIC = "kafka's own id";

    @TempDir
    Path keys;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private DataSource database;
    private Ledger ledger;
    private LostRecords lost;

    @BeforeEach
    void begin() {
        SealKeyFiles.makeIfAbsent(keys.resolve("keys"));
        database = Ledgers.database("lost");
        ledger = Ledgers.in(database, keys.resolve("keys"), Settings.defaults());
        lost = start();
    }

    @Test
    void nothingIsLostWhileTheReadersAreAheadOfTheRetention() {
        look(new Standing(100, 0, 100));
        look(new Standing(120, 90, 130));
        look(new Standing(130, 130, 130));

        assertThat(lost.count()).isZero();
        assertThat(lost.sentence()).isEmpty();
    }

    @Test
    void recordsThatKafkaDroppedBeforeTheyWereReadAreNamed() {
        look(new Standing(17, 0, 37));

        look(new Standing(17, 37, 37));

        assertThat(lost.count()).isEqualTo(20);
        assertThat(lost.sentence()).contains("20 inquiries are LOST").contains("partition 0, 17 to 36");
        assertThat(metrics.get("foramen.reconciliation.lost").gauge().value()).isEqualTo(20);
    }

    @Test
    void theyAreNamedThoughTheNotifierWasDownAllTheTime() {
        look(new Standing(17, 0, 17));

        lost = start();
        look(new Standing(17, 37, 40));

        assertThat(lost.count()).isEqualTo(20);
    }

    @Test
    void theyAreNamedThoughKafkaForgotHowFarTheGroupsHadCome() {
        look(new Standing(17, 0, 17));

        lost = start();
        look(new Standing(-1, 37, 40));

        assertThat(lost.count()).isEqualTo(20);
    }

    @Test
    void theyAreNamedBeforeAnyNotifierHasEverRun() {
        look(new Standing(-1, 20, 25));

        assertThat(lost.count()).isEqualTo(20);
    }

    @Test
    void whatTheLedgerKnowsIsNotLost() {
        look(new Standing(10, 0, 20));
        for (int number = 10; number < 15; number++) {
            owe(number, Audience.CLINIC);
            owe(number, Audience.PATIENT);
        }
        owe(15, Audience.CLINIC); // its person was not mailed

        look(new Standing(10, 20, 20));

        assertThat(lost.count()).isEqualTo(5);
    }

    @Test
    void theyAreCountedOnceByHowManyNotifiersTheyAreFound() {
        look(new Standing(17, 0, 17));
        LostRecords other = start();

        look(new Standing(17, 37, 37));
        other.look(TOPIC, Map.of(0, new Standing(17, 37, 37)), NOW);
        look(new Standing(17, 37, 37));

        assertThat(lost.count()).isEqualTo(20);
        assertThat(other.count()).isEqualTo(20);
    }

    @Test
    void whatWasUnreadInATopicThatWasMadeAnewIsLost() {
        look(new Standing(17, 0, 21));

        boolean isAnew = lost.look("another id", Map.of(0, new Standing(-1, 0, 3)), NOW.plusSeconds(60));

        assertThat(isAnew).isTrue();
        assertThat(lost.count()).isEqualTo(4);
        assertThat(lost.look("another id", Map.of(0, new Standing(3, 0, 3)), NOW.plusSeconds(120)))
                .isFalse();
    }

    @Test
    void deadLettersOfATopicThatWasMadeAnewAreToldAlsoWhereThereWereSomeBefore() {
        Position place = new Position(0, 18);
        ledger.withhold(notice(place), place, Reason.ONE_OF_MANY, NOW.minusSeconds(60));
        look(new Standing(20, 0, 20));

        lost.look("another id", Map.of(0, new Standing(-1, 0, 19)), NOW.plusSeconds(60));
        new DeadLetterNotices(JdbcClient.create(database), ledger).tell(place, Reason.SEAL_BROKEN, NOW.plusSeconds(90));

        assertThat(ledger.find(notice(place)).orElseThrow().reason()).isEqualTo(Reason.SEAL_BROKEN);
    }

    @Test
    void theyAreToldForAWeekendAndNotForEver() {
        DigestQueries digest = new DigestQueries(JdbcClient.create(database));
        look(new Standing(17, 37, 37));
        assertThat(digest.lost(NOW.plusSeconds(60))).isEqualTo(new LostInquiries(20, "partition 0, 17 to 36"));

        lost.look(TOPIC, Map.of(0, new Standing(37, 37, 37)), NOW.plus(Duration.ofDays(4)));

        assertThat(lost.count()).isZero();
        assertThat(digest.lost(NOW.plus(Duration.ofDays(4)))).isEqualTo(new LostInquiries(0, ""));
    }

    private static DeliveryKey notice(Position place) {
        return new DeliveryKey(new Subject.DeadLetter(place), Audience.NOTICE);
    }

    private void owe(int number, Audience audience) {
        DeliveryKey key = new DeliveryKey(Inquiries.number(number).id(), audience);
        ledger.owe(key, new Position(0, number), Reason.RECONCILED, NOW);
    }

    private void look(Standing partition) {
        lost.look(TOPIC, Map.of(0, partition), NOW);
    }

    private LostRecords start() {
        return new LostRecords(
                new TopicPositions(JdbcClient.create(database)),
                new DigestQueries(JdbcClient.create(database)),
                new DataSourceTransactionManager(database),
                metrics);
    }
}
