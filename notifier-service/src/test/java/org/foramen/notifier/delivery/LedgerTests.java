package org.foramen.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.foramen.content.ClinicContent;
import org.foramen.notifier.Settings;
import org.foramen.notifier.message.Enclosure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same for every database that the ledger may stand in. */
abstract class LedgerTests {

    private static final Instant NOW = Instant.parse("2026-11-22T18:30:05Z");
    private static final Position HERE = new Position(3, 17);
    private static final DeliveryKey KEY = new DeliveryKey("K7F392QX0123456789ABCDEFGH", Audience.PATIENT);

    private Ledger ledger;

    abstract DataSource database();

    @BeforeEach
    void migrate() {
        DataSource database = database();
        Flyway flyway =
                Flyway.configure().dataSource(database).cleanDisabled(false).load();
        flyway.clean();
        flyway.migrate();
        ledger = new Ledger(
                JdbcClient.create(database),
                new MessageIds(ClinicContent.load(Path.of("../content"))),
                Settings.defaults());
    }

    @Test
    void aDeliveryIsBegunOnce() {
        assertThat(ledger.beginNew(KEY, HERE, NOW)).hasValueSatisfying(begun -> {
            assertThat(begun.state()).isEqualTo(State.ATTEMPTING);
            assertThat(begun.attempts()).isEqualTo(1);
            assertThat(begun.messageId()).isEqualTo("<K7F392QX0123456789ABCDEFGH.patient@clinic.example>");
            assertThat(begun.position()).isEqualTo(HERE);
            assertThat(begun.owedSince()).isEqualTo(NOW);
            assertThat(begun.smtpCode()).isNull();
        });
        assertThat(ledger.beginNew(KEY, HERE, NOW)).isEmpty();
    }

    @Test
    void eachAudienceHasItsOwnDelivery() {
        ledger.beginNew(KEY, HERE, NOW);

        assertThat(ledger.beginNew(new DeliveryKey(KEY.inquiry(), Audience.CLINIC), HERE, NOW))
                .isPresent();
    }

    @Test
    void whatHasEndedIsNeverBegunAgainAndNeverDue() {
        Delivery begun = ledger.beginNew(KEY, HERE, NOW).orElseThrow();
        ledger.end(begun, State.SENT, 0, new Reply(250, "2.0.0"), NOW);

        Delivery ended = ledger.find(KEY).orElseThrow();

        assertThat(ended.endedAt()).isEqualTo(NOW);
        assertThat(ended.smtpCode()).isEqualTo(250);
        assertThat(ended.enhancedStatus()).isEqualTo("2.0.0");
        assertThat(ledger.beginAgain(ended, HERE, NOW)).isEmpty();
        assertThat(ledger.due(NOW.plus(Duration.ofDays(365)), 10)).isEmpty();
    }

    @Test
    void whatIsDeferredIsDueWhenItsTimeHasCome() {
        Delivery begun = ledger.beginNew(KEY, HERE, NOW).orElseThrow();
        ledger.defer(begun, 0, new Reply(450, "4.2.1"), NOW.plusSeconds(60));

        assertThat(ledger.due(NOW.plusSeconds(59), 10)).isEmpty();
        assertThat(ledger.due(NOW.plusSeconds(60), 10))
                .extracting(Delivery::key)
                .containsExactly(KEY);
    }

    @Test
    void ofTwoNotifiersOnlyOneBeginsAgain() {
        Delivery begun = ledger.beginNew(KEY, HERE, NOW).orElseThrow();
        ledger.defer(begun, 0, Reply.NONE, NOW);
        Delivery seenByBoth = ledger.find(KEY).orElseThrow();

        assertThat(ledger.beginAgain(seenByBoth, HERE, NOW))
                .map(Delivery::attempts)
                .contains(2);
        assertThat(ledger.beginAgain(seenByBoth, HERE, NOW)).isEmpty();
    }

    @Test
    void aTryThatACrashCutOffIsDueAgain() {
        ledger.beginNew(KEY, HERE, NOW);

        assertThat(ledger.due(NOW.plus(Duration.ofMinutes(15)), 10))
                .extracting(Delivery::key)
                .containsExactly(KEY);
    }

    @Test
    void aTryWhileTheServerWasAwayDoesNotCount() {
        Delivery begun = ledger.beginNew(KEY, HERE, NOW).orElseThrow();

        ledger.uncount(begun, Reply.NONE, NOW.plusSeconds(60));

        assertThat(ledger.find(KEY)).hasValueSatisfying(owed -> {
            assertThat(owed.attempts()).isZero();
            assertThat(owed.state()).isEqualTo(State.OWED);
        });
    }

    @Test
    void aPersonIsToldInPlaceOfAMailThatWasRefused() {
        Delivery begun = ledger.beginNew(KEY, HERE, NOW).orElseThrow();

        ledger.endAndOwe(begun, State.REFUSED, 0, new Reply(550, "5.1.1"), NOW, Audience.NOTICE);

        assertThat(ledger.find(KEY)).map(Delivery::state).contains(State.REFUSED);
        assertThat(ledger.due(NOW, 10)).singleElement().satisfies(notice -> {
            assertThat(notice.key().audience()).isEqualTo(Audience.NOTICE);
            assertThat(notice.reason()).isEqualTo("refused");
            assertThat(notice.position()).isEqualTo(HERE);
        });
    }

    @Test
    void anInquiryThatStandsFurtherOnIsReadThereNextTime() {
        ledger.beginNew(KEY, HERE, NOW);
        ledger.owe(new DeliveryKey(KEY.inquiry(), Audience.NOTICE), HERE, "refused", NOW);

        ledger.moved(KEY.inquiry(), new Position(3, 40));

        assertThat(ledger.due(NOW.plus(Duration.ofDays(1)), 10))
                .extracting(Delivery::position)
                .containsOnly(new Position(3, 40));
    }

    @Test
    void aMailThatMayNotBeSentIsOnRecord() {
        ledger.withhold(KEY, HERE, "no-consent", NOW);

        assertThat(ledger.find(KEY)).hasValueSatisfying(withheld -> {
            assertThat(withheld.state().ended()).isTrue();
            assertThat(withheld.reason()).isEqualTo("no-consent");
        });
    }

    @Test
    void whatAPersonWasSentIsOnRecord() {
        Enclosure handout = new Enclosure("foraminotomy/es", "2026-11-22", "0a1b".repeat(16), "pending");
        Delivery begun = ledger.beginNew(KEY, HERE, NOW).orElseThrow();

        ledger.enclosed(begun, handout);
        ledger.end(begun, State.SENT, 0, new Reply(250, "2.0.0"), NOW);

        assertThat(ledger.find(KEY)).map(Delivery::enclosed).contains(handout);
    }

    @Test
    void aMailWithoutAHandoutLeavesNone() {
        Delivery begun = ledger.beginNew(KEY, HERE, NOW).orElseThrow();

        ledger.enclosed(begun, null);

        assertThat(ledger.find(KEY).orElseThrow().enclosed()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void eachAudienceIsFoundAgain(Audience audience) {
        DeliveryKey key = new DeliveryKey(KEY.inquiry(), audience);

        ledger.beginNew(key, HERE, NOW);

        assertThat(ledger.find(key)).map(Delivery::key).contains(key);
    }
}
