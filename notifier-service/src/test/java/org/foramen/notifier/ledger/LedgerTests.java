package org.foramen.notifier.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.Recipient;
import org.foramen.notifier.delivery.SentHandout;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.ledger.followup.Followup;
import org.foramen.notifier.smtp.verdict.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is owed is begun, tried, ended and told once. */
abstract class LedgerTests extends FreshLedger {

    @Test
    void whatIsKnownOfManyInquiriesIsFoundAtOnce() {
        DeliveryKey clinic = new DeliveryKey(ID, Audience.CLINIC);
        begin(KEY);
        ledger.owe(clinic, HERE, Reason.RECONCILED, NOW);
        ledger.owe(new DeliveryKey(OTHER, Audience.CLINIC), HERE, Reason.RECONCILED, NOW);

        assertThat(known.of(List.of(INQUIRY, DIGEST))).containsExactlyInAnyOrder(KEY, clinic);
        assertThat(known.of(List.of())).isEmpty();
    }

    @Test
    void whatIsBegunIsWhatStandsInTheLedger() {
        Optional<Delivery> begun = begin(KEY);

        assertThat(begun).isPresent().isEqualTo(ledger.find(KEY));
    }

    @Test
    void aDeliveryIsBegunOnce() {
        assertThat(begin(KEY)).hasValueSatisfying(begun -> {
            assertThat(begun.state()).isEqualTo(State.ATTEMPTING);
            assertThat(begun.attempts()).isEqualTo(1);
            assertThat(begun.messageId()).isEqualTo("<K7F392QX0123456789ABCDEFGH.patient@clinic.example>");
            assertThat(begun.position()).isEqualTo(HERE);
            assertThat(begun.owedSince()).isEqualTo(NOW);
            assertThat(begun.smtpCode()).isNull();
        });
        assertThat(begin(KEY)).isEmpty();
    }

    @Test
    void eachAudienceHasItsOwnDelivery() {
        begin(KEY);

        assertThat(begin(new DeliveryKey(ID, Audience.CLINIC))).isPresent();
    }

    @Test
    void whatHasEndedIsNeverBegunAgainAndNeverDue() {
        Delivery begun = begin(KEY).orElseThrow();
        followups.note(begun, new Followup.Sent(new Reply(250, "2.0.0"), null, NOW));

        Delivery ended = ledger.find(KEY).orElseThrow();

        assertThat(ended.endedAt()).isEqualTo(NOW);
        assertThat(ended.smtpCode()).isEqualTo(250);
        assertThat(ended.enhancedStatus()).isEqualTo("2.0.0");
        assertThat(ledger.beginAgain(ended, NOW)).isEmpty();
        assertThat(due.find(EVERYBODY, NOW.plus(Duration.ofDays(365)), 10)).isEmpty();
    }

    @Test
    void whatIsDeferredIsDueWhenItsTimeHasCome() {
        Delivery begun = begin(KEY).orElseThrow();
        followups.note(begun, new Followup.Again(State.DEFERRED, 0, new Reply(450, "4.2.1"), NOW.plusSeconds(60)));

        assertThat(due.find(EVERYBODY, NOW.plusSeconds(59), 10)).isEmpty();
        assertThat(due.find(EVERYBODY, NOW.plusSeconds(60), 10))
                .extracting(Delivery::key)
                .containsExactly(KEY);
    }

    @Test
    void ofTwoNotifiersOnlyOneBeginsAgain() {
        Delivery begun = begin(KEY).orElseThrow();
        followups.note(begun, new Followup.Again(State.DEFERRED, 0, Reply.NONE, NOW));
        Delivery seenByBoth = ledger.find(KEY).orElseThrow();

        assertThat(ledger.beginAgain(seenByBoth, NOW)).map(Delivery::attempts).contains(2);
        assertThat(ledger.beginAgain(seenByBoth, NOW)).isEmpty();
    }

    @Test
    void aTryThatBeganIsBegunAgainByNobodyBeforeItsLeaseIsOver() {
        Delivery begun = begin(KEY).orElseThrow();

        assertThat(ledger.beginAgain(begun, NOW.plusSeconds(1))).isEmpty();
        assertThat(ledger.beginAgain(begun, NOW.plus(Ledger.LEASE).minusSeconds(1)))
                .isEmpty();
        assertThat(ledger.beginAgain(begun, NOW.plus(Ledger.LEASE)))
                .map(Delivery::attempts)
                .contains(2);
    }

    @Test
    void aTryThatACrashCutOffIsDueAgain() {
        begin(KEY);

        assertThat(due.find(EVERYBODY, NOW.plus(Duration.ofMinutes(15)), 10))
                .extracting(Delivery::key)
                .containsExactly(KEY);
    }

    @Test
    void aTryWhileTheServerWasAwayDoesNotCount() {
        Delivery begun = begin(KEY).orElseThrow();

        followups.note(begun, new Followup.Again(State.OWED, 0, Reply.NONE, NOW.plusSeconds(60)));

        assertThat(ledger.find(KEY)).hasValueSatisfying(owed -> {
            assertThat(owed.attempts()).isZero();
            assertThat(owed.state()).isEqualTo(State.OWED);
        });
    }

    @Test
    void aMailThatComesBackAfterItWasTakenHasEndedSo() {
        begin(KEY);
        followups.note(ledger.find(KEY).orElseThrow(), new Followup.Sent(new Reply(250, "2.0.0"), null, NOW));
        Delivery sent = ledger.find(KEY).orElseThrow();

        assertThat(followups.returned(sent, new Reply(550, "5.1.1"), null, NOW.plusSeconds(60)))
                .isTrue();
        assertThat(followups.returned(sent, new Reply(550, "5.1.1"), null, NOW.plusSeconds(90)))
                .isFalse();

        assertThat(ledger.find(KEY)).hasValueSatisfying(ended -> {
            assertThat(ended.state()).isEqualTo(State.BOUNCED);
            assertThat(ended.enhancedStatus()).isEqualTo("5.1.1");
            assertThat(ended.endedAt()).isEqualTo(NOW.plusSeconds(60));
        });
    }

    @Test
    void theReasonOfAMailThatIsTakenForNobodyStandsOnItAndOnTheNotice() {
        Delivery begun = begin(KEY).orElseThrow();

        followups.note(
                begun,
                new Followup.Ended(
                        State.UNACCEPTABLE, 0, new Reply(552, "5.3.4"), Audience.NOTICE, Reason.TOO_BIG, NOW));

        assertThat(ledger.find(KEY)).map(Delivery::reason).contains(Reason.TOO_BIG);
        assertThat(due.find(EVERYBODY, NOW, 10)).extracting(Delivery::reason).containsExactly(Reason.TOO_BIG);
    }

    @Test
    void ofARecordThatADiskHasDamagedTheFrontDeskIsToldOnceHoweverManyMailsWereOwed() {
        DeliveryKey clinic = new DeliveryKey(ID, Audience.CLINIC);
        for (DeliveryKey key : List.of(KEY, clinic)) {
            followups.note(begin(key).orElseThrow(), new Followup.Withheld(Reason.DAMAGED, NOW));
        }

        assertThat(List.of(KEY, clinic))
                .allSatisfy(key -> assertThat(ledger.find(key)).hasValueSatisfying(mail -> {
                    assertThat(mail.state()).isEqualTo(State.WITHHELD);
                    assertThat(mail.reason()).isEqualTo(Reason.DAMAGED);
                }));
        assertThat(due.find(EVERYBODY, NOW, 10)).singleElement().satisfies(notice -> {
            assertThat(notice.key().audience()).isEqualTo(Audience.NOTICE);
            assertThat(notice.reason()).isEqualTo(Reason.DAMAGED);
        });
    }

    @Test
    void theFallbackInboxIsOwedAMailOnceHoweverOftenTheFirstPutsItOff() {
        DeliveryKey clinic = new DeliveryKey(ID, Audience.CLINIC);
        Delivery begun = begin(clinic).orElseThrow();
        Reply full = new Reply(452, "4.2.2");

        followups.note(begun, new Followup.Again(State.DEFERRED, 0, full, NOW, Audience.FALLBACK));
        Delivery again =
                ledger.beginAgain(ledger.find(clinic).orElseThrow(), NOW).orElseThrow();
        followups.note(again, new Followup.Again(State.DEFERRED, 0, full, NOW.plusSeconds(60), Audience.FALLBACK));

        assertThat(due.find(EVERYBODY, NOW, 10)).singleElement().satisfies(fallback -> {
            assertThat(fallback.key().audience()).isEqualTo(Audience.FALLBACK);
            assertThat(fallback.reason()).isEqualTo(Reason.PUT_OFF);
            assertThat(fallback.owedSince()).isEqualTo(NOW);
        });
        assertThat(ledger.find(clinic)).map(Delivery::state).contains(State.DEFERRED);
    }

    @Test
    void aPersonIsToldInPlaceOfAMailThatWasRefused() {
        Delivery begun = begin(KEY).orElseThrow();

        followups.note(begun, new Followup.Ended(State.REFUSED, 0, new Reply(550, "5.1.1"), Audience.NOTICE, NOW));

        assertThat(ledger.find(KEY)).map(Delivery::state).contains(State.REFUSED);
        assertThat(due.find(EVERYBODY, NOW, 10)).singleElement().satisfies(notice -> {
            assertThat(notice.key().audience()).isEqualTo(Audience.NOTICE);
            assertThat(notice.reason()).isEqualTo(Reason.REFUSED);
            assertThat(notice.position()).isEqualTo(HERE);
        });
    }

    @Test
    void anInquiryThatStandsFurtherOnIsReadThereNextTime() {
        begin(KEY);
        ledger.owe(new DeliveryKey(ID, Audience.NOTICE), HERE, Reason.REFUSED, NOW);

        ledger.beginNew(KEY, new Position(3, 40), null, NOW);

        assertThat(due.find(EVERYBODY, NOW.plus(Duration.ofDays(1)), 10))
                .extracting(Delivery::position)
                .containsOnly(new Position(3, 40));
    }

    @Test
    void aMailThatMayNotBeSentIsOnRecord() {
        ledger.withhold(KEY, HERE, Reason.NO_CONSENT, NOW);

        assertThat(ledger.find(KEY)).hasValueSatisfying(withheld -> {
            assertThat(withheld.state().ended()).isTrue();
            assertThat(withheld.reason()).isEqualTo(Reason.NO_CONSENT);
        });
    }

    @Test
    void whatAPersonWasSentIsOnRecord() {
        SentHandout handout = new SentHandout("foraminotomy/es", "2026-11-22", "0a1b".repeat(16), "pending");
        Delivery begun = begin(KEY).orElseThrow();

        followups.note(begun, new Followup.Sent(new Reply(250, "2.0.0"), handout, NOW));

        assertThat(ledger.find(KEY)).map(Delivery::enclosed).contains(handout);
    }

    @Test
    void aMailWithoutAHandoutLeavesNone() {
        Delivery begun = begin(KEY).orElseThrow();

        followups.note(begun, new Followup.Sent(new Reply(250, "2.0.0"), null, NOW));

        assertThat(ledger.find(KEY).orElseThrow().enclosed()).isNull();
    }

    @ParameterizedTest
    @FieldSource("org.foramen.notifier.delivery.Recipient#ALL")
    void eachRecipientIsFoundAgain(Recipient recipient) {
        DeliveryKey key = new DeliveryKey(INQUIRY, recipient);

        begin(key);

        assertThat(ledger.find(key)).map(Delivery::key).contains(key);
    }
}
