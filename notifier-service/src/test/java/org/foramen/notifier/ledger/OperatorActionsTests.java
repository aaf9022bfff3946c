package org.foramen.notifier.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.SentHandout;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.ledger.followup.Followup;
import org.foramen.notifier.smtp.verdict.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people do to the ledger, and what it remembers of them. */
abstract class OperatorActionsTests extends FreshLedger {

    @Test
    void aDeadLetterThatCameBackOrWasErasedIsNoneAnyMore() {
        ledger.owe(deadLetter(3, 17), HERE, Reason.SEAL_BROKEN, NOW);
        ledger.owe(deadLetter(3, 18), HERE, Reason.SEAL_BROKEN, NOW);

        actions.settle("replay", "3-17", "command", NOW);
        actions.settle("replay", "3-17", "command", NOW);
        assertThat(figures.deadLetters()).isEqualTo(1);
        actions.settle("erase", "3-18", "command", NOW);

        assertThat(figures.deadLetters()).isZero();
        assertThat(auditLog.about("3-17")).hasSize(1);
    }

    @Test
    void whatWasWithheldAsSpamIsSentWhenAPersonLetsItGo() {
        ledger.withhold(KEY, HERE, Reason.SUSPECTED_SPAM, NOW);

        assertThat(actions.release(ID, "ana", NOW)).isTrue();

        assertThat(due.find(EVERYBODY, NOW, 10)).singleElement().satisfies(due -> {
            assertThat(due.key()).isEqualTo(KEY);
            assertThat(due.reason()).isEqualTo(Reason.RELEASED);
        });
        assertThat(actions.release(ID, "ana", NOW)).as("again").isFalse();
        assertThat(audit()).containsExactly("release K7F392QX0123456789ABCDEFGH ana");
    }

    @Test
    void nobodyCanLetAMailGoThatAPersonDidNotAgreeTo() {
        ledger.withhold(KEY, HERE, Reason.NO_CONSENT, NOW);

        assertThat(actions.release(ID, "ana", NOW)).isFalse();
        assertThat(due.find(EVERYBODY, NOW, 10)).isEmpty();
    }

    @Test
    void whatIsErasedOnItsWayKeepsNothingOfWhatWasSent() {
        Delivery onItsWay = begin(KEY).orElseThrow();

        actions.erase(ID, HERE, "ana", NOW);
        followups.note(
                onItsWay,
                new Followup.Sent(
                        new Reply(250, "2.0.0"), new SentHandout("foraminotomy/es", "2", "hash", "draft"), NOW));

        assertThat(ledger.find(KEY)).hasValueSatisfying(sent -> {
            assertThat(sent.state()).isEqualTo(State.SENT);
            assertThat(sent.reason()).isEqualTo(Reason.ERASED);
            assertThat(sent.enclosed()).isNull();
            assertThat(sent.smtpCode()).isNull();
        });
    }

    @Test
    void anErasedInquiryIsMailedNoMoreToWhomeverItWasOwed() {
        Delivery begun = begin(KEY).orElseThrow();
        followups.note(begun, new Followup.Ended(State.REFUSED, 0, new Reply(550, "5.1.1"), Audience.NOTICE, NOW));

        actions.erase(ID, HERE, "ana", NOW);
        actions.erase(ID, HERE, "ana", NOW); // the tombstone is read again

        assertThat(due.find(EVERYBODY, NOW.plus(Duration.ofDays(365)), 10)).isEmpty();
        assertThat(begin(new DeliveryKey(ID, Audience.CLINIC)))
                .as("its record is read again")
                .isEmpty();
        assertThat(ledger.find(KEY)).hasValueSatisfying(ended -> {
            assertThat(ended.state()).isEqualTo(State.REFUSED);
            assertThat(ended.smtpCode()).isNull();
        });
        assertThat(audit()).containsExactly("erase K7F392QX0123456789ABCDEFGH ana");
    }

    @ParameterizedTest
    @EnumSource(names = {"SENT", "REFUSED", "EXPIRED", "UNKNOWN"})
    void aMailThatEndedIsOwedAgainUnderItsName(State state) {
        Delivery begun = begin(KEY).orElseThrow();
        followups.note(begun, new Followup.Ended(state, 2, new Reply(550, "5.1.1"), null, NOW));
        Position later = new Position(4, 20);

        assertThat(actions.oweAgain(KEY, later, "ana", NOW.plusSeconds(60))).isTrue();

        Delivery owed = ledger.find(KEY).orElseThrow();
        assertThat(owed.state()).isEqualTo(State.OWED);
        assertThat(owed.messageId()).isEqualTo(begun.messageId());
        assertThat(owed.position()).isEqualTo(later);
        assertThat(owed.unknowns()).isZero();
        assertThat(owed.endedAt()).isNull();
        assertThat(due.find(EVERYBODY, NOW.plusSeconds(60), 10)).hasSize(1);
        assertThat(audit()).containsExactly("resend patient " + ID.value() + " ana");
    }

    @Test
    void whatIsWithheldErasedOrStillOwedIsNotOwedAgain() {
        DeliveryKey withheld = new DeliveryKey(new InquiryId("B".repeat(26)), Audience.PATIENT);
        DeliveryKey erased = new DeliveryKey(new InquiryId("C".repeat(26)), Audience.CLINIC);
        begin(KEY);
        ledger.withhold(withheld, HERE, Reason.NO_CONSENT, NOW);
        followups.note(begin(erased).orElseThrow(), new Followup.Sent(new Reply(250, null), null, NOW));
        actions.erase(new InquiryId("C".repeat(26)), HERE, "ana", NOW);

        assertThat(List.of(KEY, withheld, erased)).noneMatch(key -> actions.oweAgain(key, HERE, "ana", NOW));
        assertThat(audit()).containsExactly("erase " + erased.subject().id() + " ana");
    }

    @Test
    void aDeadLetterThatWasReplayedIsNotCountedAnyMore() {
        ledger.owe(deadLetter(2, 17), HERE, Reason.EMPTY, NOW);
        ledger.owe(deadLetter(2, 18), HERE, Reason.EMPTY, NOW);

        auditLog.note("replay", "2-17", "ana", NOW);

        assertThat(figures.deadLetters()).isEqualTo(1);
    }

    @Test
    void theAuditShowsTheNewestFirst() {
        auditLog.note("open", ID.value(), "ana", NOW);
        auditLog.note("erase", ID.value(), "vera", NOW.plusSeconds(1));

        assertThat(auditLog.newest(1, 0)).singleElement().extracting("by").isEqualTo("vera");
        assertThat(auditLog.newest(1, 1)).singleElement().extracting("by").isEqualTo("ana");
        assertThat(auditLog.about(ID.value())).extracting("by").containsExactly("ana", "vera");
        assertThat(auditLog.allOf("open")).hasSize(1);
    }

    private List<String> audit() {
        return jdbc.sql("select action || ' ' || subject || ' ' || by_whom from audit")
                .query(String.class)
                .list();
    }
}
