package org.foramen.notifier.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.ledger.Ledger;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;

/** What the loop reads is sent and noted once, whatever fails on its way. */
class SendLoopTests extends TurnedLoop {

    @Test
    void aRecordThatIsReadIsSentAndNoted() {
        arrives(FIRST, 0, 1);

        loop.turn();
        theMailServerAnswers();
        loop.turn();

        assertThat(stateOf(1)).isEqualTo(State.SENT);
        assertThat(tried).hasSize(1);
    }

    @Test
    void theOffsetMovesOnceTheLedgerOwesTheMail() {
        arrives(FIRST, 0, 1);

        loop.turn();

        assertThat(stateOf(1)).isEqualTo(State.ATTEMPTING);
        assertThat(committed(FIRST)).isEqualTo(1);
    }

    @Test
    void aTryThatIsRunningIsNotTakenForOneThatACrashCutOff() {
        arrives(FIRST, 0, 1);
        loop.turn();

        for (int minute = 0; minute < 10; minute++) {
            clock.move(Ledger.LEASE.dividedBy(2));
            loop.turn();
        }

        assertThat(due.find(EnumSet.allOf(Audience.class), clock.instant(), 10)).isEmpty();
        assertThat(pool).hasSize(1);
    }

    @Test
    void aTryThatACrashCutOffIsTakenUpByAnother() {
        arrives(FIRST, 0, 1);
        loop.turn();
        pool.clear();
        SendLoop another = loop(pool::add);

        clock.move(Ledger.LEASE.plusSeconds(1));
        another.turn();
        theMailServerAnswers();
        another.turn();

        assertThat(stateOf(1)).isEqualTo(State.SENT);
        assertThat(find(1).attempts()).isEqualTo(2);
    }

    @Test
    void aRecordThatIsReadTwiceIsSentOnce() {
        arrives(FIRST, 0, 1);
        arrives(FIRST, 1, 1);

        loop.turn();
        theMailServerAnswers();
        loop.turn();
        loop.turn();

        assertThat(tried).hasSize(1);
        assertThat(committed(FIRST)).isEqualTo(2);
    }

    @Test
    void whatFailedHoldsUpItsOwnPartitionAndNoOther() {
        handlerFails = true;
        arrives(FIRST, 0, 1);
        loop.turn();
        handlerFails = false;
        arrives(SECOND, 0, 2);
        arrives(FIRST, 1, 3);

        loop.turn();

        assertThat(running()).containsExactly(id(2));
        clock.move(Duration.ofSeconds(1));
        loop.turn();
        assertThat(running()).containsExactlyInAnyOrder(id(2), id(1), id(3));
    }

    @Test
    void aRecordThatFailsByItselfIsSetAsideAndHoldsUpNobody() {
        arrives(FIRST, 0, -1); // no number of an inquiry of these tests
        arrives(FIRST, 1, 2);

        loop.turn();

        assertThat(aside).containsExactly("-1");
        assertThat(running()).containsExactly(id(2));
        assertThat(committed(FIRST)).isEqualTo(2);
    }

    @Test
    void forADeadLetterThatKafkaDoesNotTakeOthersWaitMinutesAndNotForEver() {
        handlerFails = true;
        arrives(FIRST, 0, 1);
        for (int minute = 0; minute < 10; minute++) {
            loop.turn();
            clock.move(Duration.ofMinutes(1));
        }
        handlerFails = false;
        arrives(FIRST, 1, 2);

        loop.turn();

        assertThat(aside).containsExactly("1");
        assertThat(running()).containsExactly(id(2));
    }

    @Test
    void whatEndedWhileTheLedgerWasAwayIsNotedWhenItIsBack() {
        arrives(FIRST, 0, 1);
        loop.turn();
        theMailServerAnswers();
        ledgerIsAway = true;
        assertThatThrownBy(loop::turn).isInstanceOf(CannotCreateTransactionException.class);
        ledgerIsAway = false;

        loop.turn();

        assertThat(stateOf(1)).isEqualTo(State.SENT);
        assertThat(tried).hasSize(1);
    }
}
