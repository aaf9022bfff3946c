package org.foramen.notifier.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.foramen.content.MovedClock;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.Recipient;
import org.foramen.notifier.delivery.SentHandout;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.delivery.SubjectKind;
import org.foramen.notifier.ledger.followup.Followup;
import org.foramen.notifier.ledger.statistics.LedgerStatistics;
import org.foramen.notifier.ledger.statistics.MailTotals;
import org.foramen.notifier.reconciliation.LedgerMetrics;
import org.foramen.notifier.smtp.verdict.Reply;
import org.junit.jupiter.api.Test;

/** What is counted of the ledger, for gauges, pages and the daily mail. */
abstract class LedgerFiguresTests extends FreshLedger {

    @Test
    void everyMailIsCountedOnceByAudienceAndState() {
        followups.note(begin(KEY).orElseThrow(), new Followup.Sent(Reply.NONE, null, NOW));
        ledger.withhold(new DeliveryKey(OTHER, Audience.PATIENT), HERE, Reason.NO_CONSENT, NOW.plusSeconds(1));
        ledger.owe(new DeliveryKey(OTHER, Audience.CLINIC), HERE, Reason.RECONCILED, NOW.plusSeconds(2));
        ledger.owe(deadLetter(3, 17), HERE, Reason.SEAL_BROKEN, NOW);
        ledger.owe(digest("2026-11-22"), HERE, Reason.DAILY, NOW);

        assertThat(new MailTotals(figures).look(NOW))
                .containsExactlyInAnyOrder(
                        standing(SubjectKind.INQUIRY, Audience.PATIENT, State.SENT, 1, NOW),
                        standing(SubjectKind.INQUIRY, Audience.PATIENT, State.WITHHELD, 1, NOW.plusSeconds(1)),
                        standing(SubjectKind.INQUIRY, Audience.CLINIC, State.OWED, 1, NOW.plusSeconds(2)),
                        standing(SubjectKind.DEAD_LETTER, Audience.NOTICE, State.OWED, 1, NOW),
                        standing(SubjectKind.DIGEST, Audience.NOTICE, State.OWED, 1, NOW));
    }

    @Test
    void whatEndedLongAgoIsCountedOnceHoweverOftenOneLooksAndAgainWhereItIsTakenUpAgain() {
        Instant later = NOW.plus(Duration.ofMinutes(10));
        MailTotals totals = new MailTotals(figures);
        followups.note(begin(KEY).orElseThrow(), new Followup.Sent(Reply.NONE, null, NOW));
        assertThat(totals.look(later))
                .containsExactly(standing(SubjectKind.INQUIRY, Audience.PATIENT, State.SENT, 1, NOW));

        ledger.owe(new DeliveryKey(OTHER, Audience.CLINIC), HERE, Reason.RECONCILED, later);
        assertThat(totals.look(later.plusSeconds(60)))
                .containsExactly(
                        standing(SubjectKind.INQUIRY, Audience.PATIENT, State.SENT, 1, NOW),
                        standing(SubjectKind.INQUIRY, Audience.CLINIC, State.OWED, 1, later));

        followups.returned(ledger.find(KEY).orElseThrow(), Reply.NONE, null, later);
        assertThat(totals.look(later.plusSeconds(120)))
                .containsExactlyInAnyOrder(
                        standing(SubjectKind.INQUIRY, Audience.PATIENT, State.BOUNCED, 1, NOW),
                        standing(SubjectKind.INQUIRY, Audience.CLINIC, State.OWED, 1, later));
    }

    @Test
    void theGaugesShowTheLedgerAsItWasAtTheLastLook() {
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        LedgerMetrics gauges = new LedgerMetrics(figures, new MovedClock(NOW.plusSeconds(420)), metrics);
        Delivery owed = begin(KEY).orElseThrow();
        gauges.look();

        assertThat(shown(metrics, State.ATTEMPTING)).isEqualTo(1);
        assertThat(metrics.get("foramen.ledger.oldest.owed")
                        .tag("audience", "patient")
                        .gauge()
                        .value())
                .as("by the ledger's clock, not by this machine's")
                .isEqualTo(420);

        followups.note(owed, new Followup.Sent(Reply.NONE, null, NOW));
        assertThat(shown(metrics, State.SENT)).isZero();
        gauges.look();

        assertThat(shown(metrics, State.SENT)).isEqualTo(1);
        assertThat(shown(metrics, State.ATTEMPTING)).isZero();
        assertThat(gauges.mails(true)).isEqualTo(1);
        assertThat(metrics.get("foramen.ledger.oldest.owed")
                        .tag("audience", "patient")
                        .gauge()
                        .value())
                .isZero();
    }

    private static double shown(MeterRegistry metrics, State state) {
        return metrics.get("foramen.ledger.mails")
                .tags("audience", "patient", "state", state.wireName())
                .gauge()
                .value();
    }

    @Test
    void whatAReaderHasInItsHandIsCountedFromItsPlaceOn() {
        begin(KEY);
        ledger.owe(deadLetter(3, 17), HERE, Reason.SEAL_BROKEN, NOW);

        assertThat(known.count(Audience.PATIENT, 3, 17, 18)).isEqualTo(1);
        assertThat(known.count(Audience.PATIENT, 3, 18, 19)).isZero();
        assertThat(known.count(Audience.PATIENT, 2, 0, 100)).isZero();
        assertThat(known.count(Audience.CLINIC, 3, 17, 18)).isZero();
    }

    @Test
    void theDaysFiguresSayWhatCameAndWhatIsInTrouble() {
        DeliveryKey toClinic = new DeliveryKey(ID, Audience.CLINIC);
        followups.note(begin(toClinic).orElseThrow(), new Followup.Sent(new Reply(250, null), null, NOW));
        followups.note(begin(KEY).orElseThrow(), new Followup.Sent(new Reply(250, null), null, NOW));
        begin(new DeliveryKey(OTHER, Audience.CLINIC));
        ledger.withhold(new DeliveryKey(OTHER, Audience.PATIENT), HERE, Reason.NO_CONSENT, NOW);
        ledger.owe(digest("2026-11-22"), HERE, Reason.DAILY, NOW);

        assertThat(books.inquiries(NOW, NOW.plusSeconds(1))).isEqualTo(2);
        assertThat(books.inInbox(NOW, NOW.plusSeconds(1))).isEqualTo(1);
        assertThat(books.troubles(NOW, NOW.plusSeconds(1)))
                .as("what is young is on its way")
                .isEmpty();
        assertThat(books.troubles(NOW, NOW.plusSeconds(3600)))
                .extracting(Delivery::key)
                .containsExactly(new DeliveryKey(OTHER, Audience.CLINIC));
        assertThat(books.haveEntriesBefore(NOW)).isFalse();
        assertThat(books.haveEntriesBefore(NOW.plusSeconds(1))).isTrue();
    }

    @Test
    void aDigestBeginsWhereTheLastOneEnded() {
        ledger.owe(digest("2026-11-19"), HERE, Reason.DAILY, NOW);
        begin(KEY);

        assertThat(books.latestDigestBefore(LocalDate.parse("2026-11-22"), Audience.NOTICE))
                .contains(LocalDate.parse("2026-11-19"));
        assertThat(books.latestDigestBefore(LocalDate.parse("2026-11-19"), Audience.NOTICE))
                .isEmpty();
    }

    @Test
    void theFiguresAreThoseOfTheLedger() {
        Instant anHourAgo = NOW.minusSeconds(3600);
        for (int number = 0; number < 4; number++) {
            DeliveryKey key = new DeliveryKey(numbered(number), Audience.CLINIC);
            Delivery begun = ledger.beginNew(key, HERE, null, anHourAgo).orElseThrow();
            followups.note(begun, new Followup.Sent(new Reply(250, null), null, anHourAgo.plusSeconds(number + 1)));
        }
        SentHandout handout = new SentHandout("foraminotomy/es", "2026-11-22", "0a1b".repeat(16), "pending");
        followups.note(begin(KEY).orElseThrow(), new Followup.Sent(new Reply(250, null), handout, NOW));
        ledger.owe(deadLetter(2, 17), HERE, Reason.EMPTY, NOW);
        Instant from = NOW.minusSeconds(86_400);
        long hour = Math.floorDiv(anHourAgo.getEpochSecond(), 3600);

        assertThat(figures.owed()).isEqualTo(new LedgerStatistics.Owed(1, NOW));
        assertThat(mails.inquiriesByHour(from)).containsExactly(Map.entry(hour, 4L));
        assertThat(mails.owedByHour(from)).containsOnly(Map.entry(hour, 4L), Map.entry(hour + 1, 2L));
        assertThat(mails.endedByHour(from)).containsOnly(Map.entry(hour, 4L), Map.entry(hour + 1, 1L));
        assertThat(mails.outcomes(from)).containsOnly(Map.entry(State.OWED, 1L), Map.entry(State.SENT, 5L));
        assertThat(mails.handouts(from)).containsExactly(Map.entry("foraminotomy/es", 1L));
        assertThat(mails.timeToInbox(from)).hasValueSatisfying(taken -> {
            assertThat(taken.mails()).isEqualTo(4);
            assertThat(taken.half()).isEqualTo(Duration.ofMillis(2500));
            assertThat(taken.nearlyAll()).isBetween(taken.most(), Duration.ofSeconds(4));
        });
    }

    @Test
    void aMailThatAPersonSentAgainSaysNothingAboutTheTimeToTheInbox() {
        DeliveryKey key = new DeliveryKey(ID, Audience.CLINIC);
        followups.note(begin(key).orElseThrow(), new Followup.Sent(new Reply(250, null), null, NOW));
        actions.oweAgain(key, HERE, "ana", NOW);
        followups.note(
                ledger.find(key).orElseThrow(), new Followup.Sent(new Reply(250, null), null, NOW.plusSeconds(7200)));

        assertThat(mails.timeToInbox(NOW.minusSeconds(60))).isEmpty();
    }

    @Test
    void thePulseChangesWithTheLedgerAndWithNothingElse() {
        String before = figures.pulse();
        assertThat(figures.pulse()).isEqualTo(before);

        begin(KEY);
        String begun = figures.pulse();
        auditLog.note("open", ID.value(), "ana", NOW);

        assertThat(begun).isNotEqualTo(before);
        assertThat(figures.pulse()).isNotEqualTo(begun);
    }

    private static DeliveryKey digest(String day) {
        return new DeliveryKey(new Subject.Digest(LocalDate.parse(day)), Audience.NOTICE);
    }

    private static LedgerStatistics.Standing standing(
            SubjectKind about, Audience audience, State state, long mails, Instant oldest) {
        return new LedgerStatistics.Standing(about, Recipient.first(audience), state, mails, oldest);
    }
}
