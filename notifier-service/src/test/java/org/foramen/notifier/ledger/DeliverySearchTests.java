package org.foramen.notifier.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.delivery.Subject;
import org.junit.jupiter.api.Test;

/** What people find in the ledger. */
abstract class DeliverySearchTests extends FreshLedger {

    @Test
    void theNewestDeliveriesComeFirstPageByPage() {
        for (int number = 0; number < 5; number++) {
            ledger.owe(
                    new DeliveryKey(numbered(number), Audience.CLINIC),
                    HERE,
                    Reason.RECONCILED,
                    NOW.plusSeconds(number));
        }

        assertThat(search.newest(any(""), 2, 0))
                .extracting(found -> found.key().subject())
                .containsExactly(new Subject.Inquiry(numbered(4)), new Subject.Inquiry(numbered(3)));
        assertThat(search.newest(any(""), 2, 4))
                .extracting(found -> found.key().subject())
                .containsExactly(new Subject.Inquiry(numbered(0)));
    }

    @Test
    void aDeliveryIsFoundByWhatPeopleReadOutAndByNothingElse() {
        begin(KEY);
        ledger.owe(deadLetter(2, 17), HERE, Reason.EMPTY, NOW);

        assertThat(List.of("K7F3-92QX", "k7f3 92qx", "K7F392QXOI23", ID.value()))
                .allSatisfy(name -> assertThat(search.newest(any(name), 10, 0)).hasSize(1));
        assertThat(search.newest(any("dead-letter-2-17"), 10, 0)).hasSize(1);
        assertThat(List.of("%", "_", "K7F4", "' or 1=1 --"))
                .allSatisfy(name -> assertThat(search.newest(any(name), 10, 0)).isEmpty());
    }

    @Test
    void deliveriesAreFilteredByStateAndAudience() {
        begin(KEY);
        ledger.owe(new DeliveryKey(ID, Audience.NOTICE), HERE, Reason.REFUSED, NOW);

        assertThat(search.newest(new DeliverySearch.Wanted(false, State.OWED, null, ""), 10, 0))
                .hasSize(1);
        assertThat(search.newest(new DeliverySearch.Wanted(false, null, Audience.PATIENT, ""), 10, 0))
                .hasSize(1);
        assertThat(search.newest(new DeliverySearch.Wanted(false, State.OWED, Audience.PATIENT, ""), 10, 0))
                .isEmpty();
        assertThat(search.about(INQUIRY)).hasSize(2);
    }

    @Test
    void whatWaitsForAPersonIsCountedUntilSomebodySawToIt() {
        ledger.owe(deadLetter(2, 17), HERE, Reason.EMPTY, NOW);
        ledger.owe(deadLetter(2, 18), HERE, Reason.EMPTY, NOW);
        ledger.withhold(KEY, HERE, Reason.SUSPECTED_SPAM, NOW);
        ledger.withhold(new DeliveryKey(OTHER, Audience.PATIENT), HERE, Reason.NO_CONSENT, NOW);
        assertThat(search.troubles()).isEqualTo(new DeliverySearch.Troubles(2, 1, 0));

        auditLog.note("dismiss test", "2-17", "ana", NOW);
        auditLog.note("dismiss seen", ID.value(), "ana", NOW.minusSeconds(1));

        assertThat(search.troubles())
                .as("what was dismissed before it failed waits")
                .isEqualTo(new DeliverySearch.Troubles(1, 1, 0));
        assertThat(search.unreadable()).containsExactly("2-18");
        assertThat(search.newest(new DeliverySearch.Wanted(true, null, null, ""), 10, 0))
                .hasSize(2);

        auditLog.note("dismiss seen", ID.value(), "ana", NOW);
        auditLog.note("replay", "2-18", "ana", NOW);

        assertThat(search.troubles().all()).isZero();
        assertThat(search.isTroubled(INQUIRY)).isFalse();
    }

    @Test
    void aMailThatEndedBadlyNeedsNobodyOnceThePersonWasAnswered() {
        ledger.withhold(KEY, HERE, Reason.SUSPECTED_SPAM, NOW);
        auditLog.note("case taken", ID.value(), "luz", NOW);
        assertThat(search.troubles().heldBack()).isEqualTo(1);

        auditLog.note("case closed", ID.value(), "luz", NOW.minusSeconds(60));

        assertThat(search.troubles().all())
                .as("it ended when the person was answered already")
                .isZero();

        auditLog.note("case reopened", ID.value(), "luz", NOW.plusSeconds(60));

        assertThat(search.troubles().heldBack()).isEqualTo(1);
    }

    @Test
    void aLedgerOfTheVersionBeforeIsReadWithAllThatStoodInIt() {
        OldLedger old = OldLedger.in(database());
        old.fill();

        old.upgrade();

        OldLedger.check(search.newest(any(""), 100, 0));
        assertThat(begin(OldLedger.sentToClinic().key())).as("sent already").isEmpty();
        assertThat(books.latestDigestBefore(LocalDate.parse("2026-11-22"), Audience.NOTICE))
                .contains(LocalDate.parse("2026-11-21"));
        assertThat(figures.deadLetters()).as("one of two was replayed").isEqualTo(1);
        assertThat(auditLog.about("2-17")).extracting("action").containsExactlyInAnyOrder("replay", "resend notice");
        assertThat(auditLog.about("2026-11-21")).hasSize(1);
    }

    private static DeliverySearch.Wanted any(String name) {
        return new DeliverySearch.Wanted(false, null, null, name);
    }
}
