package org.foramen.notifier.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.Level;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole table of orders, walked field by field. */
class OrderTableTests {

    @ParameterizedTest
    @MethodSource("matrix")
    void whoMayBeInDangerAndLeftANumberIsCalledNow(OrderFacts facts) {
        assertThat(OrderTable.orderFor(facts) == Order.CALL_NOW).isEqualTo(grave(facts) && facts.phone());
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void whoMayBeInDangerWithoutANumberIsToldToCall911AndNobodyElseIs(OrderFacts facts) {
        assertThat(OrderTable.orderFor(facts) == Order.WRITE_911).isEqualTo(grave(facts) && !facts.phone());
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void nobodyElseIsWrittenToWhoDidNotAgreeOrCannotBeReached(OrderFacts facts) {
        if (!facts.emailAllowed() || facts.fate() == PatientMailFate.UNREACHABLE) {
            assertThat(OrderTable.orderFor(facts)).isNotEqualTo(Order.WRITE);
        }
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void nobodyIsCalledWithoutANumber(OrderFacts facts) {
        if (!facts.phone()) {
            assertThat(OrderTable.orderFor(facts).calls()).isFalse();
        }
    }

    @Test
    void whoCannotWaitForTheirWayToBeAnsweredIsCalled() {
        assertThat(orders(facts -> facts.level() == Level.CALL_TODAY && facts.phone()))
                .containsOnly(Order.CALL);
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void nobodyIsAskedToAnswerWhoWasAnsweredMeanwhile(OrderFacts facts) {
        OrderFacts done = new OrderFacts(
                facts.level(), facts.phone(), facts.emailAllowed(), facts.way(), facts.suspected(), facts.fate(), true);
        assertThat(OrderTable.orderFor(done)).isEqualTo(Order.NOTHING);
        assertThat(OrderTable.whyNothing(done)).isEqualTo(NothingToDo.DONE);
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void nothingToDoHasAReasonAndAnOrderHasNone(OrderFacts facts) {
        assertThat(OrderTable.whyNothing(facts) == null).isEqualTo(OrderTable.orderFor(facts) != Order.NOTHING);
        if (OrderTable.whyNothing(facts) == NothingToDo.UNREACHABLE) {
            assertThat(facts.phone()).isFalse();
        }
    }

    @Test
    void suspectedSpamIsAnsweredByNobodyUnlessItsWordsAreUrgent() {
        assertThat(orders(facts -> facts.suspected() && facts.level() == Level.USUAL))
                .containsOnly(Order.NOTHING);
        assertThat(orders(facts -> facts.suspected() && grave(facts))).doesNotContain(Order.NOTHING);
    }

    @ParameterizedTest
    @CsvSource({
        // phone, agreed to e-mail, way, what became of our mail, the order
        "true,  true,  PHONE, MAILED,      CALL",
        "true,  false, PHONE, NOT_WANTED,  CALL",
        "true,  true,  EMAIL, MAILED,      WRITE",
        "true,  true,  EMAIL, UNREACHABLE, CALL",
        "true,  false, EMAIL, NOT_WANTED,  CALL",
        "false, true,  EMAIL, OWED,        WRITE",
        "false, true,  EMAIL, HELD_BACK,   WRITE",
        "false, true,  EMAIL, UNCERTAIN,   WRITE",
        "false, true,  EMAIL, UNREACHABLE, NOTHING",
        "false, true,  PHONE, OWED,        WRITE",
        "false, false, EMAIL, NOT_WANTED,  NOTHING"
    })
    void withoutUrgencyThePersonsOwnWayComesFirst(
            boolean phone, boolean emailAllowed, ContactChannel way, PatientMailFate fate, Order order) {
        assertThat(OrderTable.orderFor(new OrderFacts(Level.USUAL, phone, emailAllowed, way, false, fate, false)))
                .isEqualTo(order);
    }

    @ParameterizedTest
    @CsvSource({
        "OWED,,OWED",
        "DEFERRED,,OWED",
        "SENT,,MAILED",
        "SENT,RELEASED,MAILED",
        "REFUSED,,UNREACHABLE",
        "EXPIRED,,UNREACHABLE",
        "BOUNCED,,UNREACHABLE",
        "UNACCEPTABLE,,WITHHELD",
        "UNACCEPTABLE,TOO_BIG,WITHHELD",
        "UNKNOWN,,UNCERTAIN",
        "WITHHELD,NO_CONSENT,NOT_WANTED",
        "WITHHELD,OWN_ADDRESS,UNREACHABLE",
        "WITHHELD,BOUNCED_BEFORE,UNREACHABLE",
        "WITHHELD,TOO_MANY,HELD_BACK",
        "WITHHELD,SUSPECTED_SPAM,HELD_BACK",
        "WITHHELD,FORM_SENT_BEFORE,HELD_BACK",
        "WITHHELD,ERASED,WITHHELD",
        "WITHHELD,,WITHHELD"
    })
    void theLedgerSaysWhatBecameOfOurMail(State state, Reason reason, PatientMailFate fate) {
        assertThat(PatientMailFate.of(state, reason)).isEqualTo(fate);
    }

    /** Every combination there is. */
    static Stream<OrderFacts> matrix() {
        List<OrderFacts> all = new ArrayList<>();
        List<Boolean> both = List.of(true, false);
        for (Level level : Level.values()) {
            for (ContactChannel way : ContactChannel.values()) {
                for (PatientMailFate fate : PatientMailFate.values()) {
                    both.forEach(phone -> both.forEach(email -> both.forEach(
                            suspected -> all.add(new OrderFacts(level, phone, email, way, suspected, fate, false)))));
                }
            }
        }
        return all.stream();
    }

    private static Stream<Order> orders(Predicate<OrderFacts> which) {
        return matrix().filter(which).map(OrderTable::orderFor);
    }

    private static boolean grave(OrderFacts facts) {
        return facts.level() == Level.EMERGENCY || facts.level() == Level.CRISIS;
    }
}
