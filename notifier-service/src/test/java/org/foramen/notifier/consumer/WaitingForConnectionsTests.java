package org.foramen.notifier.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.delivery.State;
import org.junit.jupiter.api.Test;

/** What becomes of whoever asks while no connection is free, or the mail server is away. */
class WaitingForConnectionsTests extends TurnedLoop {

    @Test
    void whileTheMailServerIsAwayNothingIsCountedAndOneOtherMailProbes() {
        says.put(id(1), AWAY);
        arrives(FIRST, 0, 1);
        loop.turn();
        theMailServerAnswers();
        arrives(FIRST, 1, 2);
        arrives(FIRST, 2, 3);

        loop.turn();

        assertThat(breaker.isOpen()).isTrue();
        assertThat(find(1).attempts()).isZero();
        assertThat(pool).isEmpty();
        clock.move(settings.retry().serverFirst());
        loop.turn();
        assertThat(pool).as("one probes").hasSize(1);
        theMailServerAnswers();
        loop.turn();
        assertThat(stateOf(2)).isEqualTo(State.SENT);
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void aMailThatMetNoServerIsSentLaterThoughItsOffsetHasMoved() {
        says.put(id(1), AWAY);
        arrives(FIRST, 0, 1);
        loop.turn();
        theMailServerAnswers();
        loop.turn();
        says.clear();

        clock.move(Duration.ofMinutes(1));
        loop.turn();
        theMailServerAnswers();
        loop.turn();

        assertThat(stateOf(1)).isEqualTo(State.SENT);
        assertThat(find(1).attempts()).isEqualTo(1);
    }

    @Test
    void whoeverAsksWhileTheMailServerIsAwayIsOnTheBoardWithinSeconds() {
        says.put(id(1), AWAY);
        arrives(FIRST, 0, 1);
        loop.turn();
        theMailServerAnswers();
        loop.turn();
        for (int number = 2; number <= 300; number++) {
            arrives(FIRST, number - 1, number);
        }

        for (int second = 0; second < 20; second++) {
            clock.move(Duration.ofMillis(500));
            loop.turn(); // a probe may be on its way, and is not answered
        }

        assertThat(board.opener.known(IntStream.rangeClosed(1, 300)
                        .mapToObj(number -> Inquiries.number(number).id())
                        .toList()))
                .hasSize(300);
        assertThat(find(300).state()).isEqualTo(State.OWED);
        assertThat(find(300).attempts()).isZero();
        assertThat(committed(FIRST)).isEqualTo(300);
    }

    @Test
    void whatWasOwedWhileItWaitedIsSentOnce() {
        arrives(FIRST, 0, 1);
        arrives(FIRST, 1, 2);
        arrives(FIRST, 2, 3);
        arrives(FIRST, 3, 4);
        loop.turn();
        clock.move(Duration.ofSeconds(3));
        loop.turn();
        assertThat(stateOf(4)).as("no connection is free").isEqualTo(State.OWED);

        theMailServerAnswers();
        loop.turn();
        clock.move(settings.retry().poll());
        loop.turn();
        theMailServerAnswers();
        loop.turn();

        assertThat(tried).containsExactlyInAnyOrder(id(1), id(2), id(3), id(4));
        assertThat(stateOf(4)).isEqualTo(State.SENT);
    }

    @Test
    void whatWaitsAMomentOnlyIsBegunWithoutBeingOwedFirst() {
        for (int number = 1; number <= 4; number++) {
            arrives(FIRST, number - 1, number);
        }
        loop.turn();
        clock.move(Duration.ofSeconds(1));
        loop.turn();

        assertThat(ledger.find(key(4))).isEmpty();
    }

    @Test
    void whileMailsEndOneAfterTheOtherTheNextAreNotOwedFirst() {
        for (int number = 1; number <= 100; number++) {
            arrives(FIRST, number - 1, number);
        }

        for (int second = 0; second < 12; second++) {
            loop.turn();
            theMailServerAnswers();
            clock.move(Duration.ofSeconds(1));
        }

        assertThat(tried).hasSizeBetween(30, 40);
        assertThat(ledger.find(key(100))).isEmpty();
        clock.move(Duration.ofSeconds(10));
        loop.turn();
        loop.turn();
        assertThat(find(100).state()).as("nobody waits longer").isEqualTo(State.OWED);
    }
}
