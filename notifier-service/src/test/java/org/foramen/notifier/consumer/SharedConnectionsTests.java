package org.foramen.notifier.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.smtp.verdict.Reply;
import org.foramen.notifier.smtp.verdict.SmtpOutcome;
import org.junit.jupiter.api.Test;

/** How mails share the connections that there are. */
class SharedConnectionsTests extends TurnedLoop {

    @Test
    void aSlowMailHoldsUpNothingButItsOwnConnection() {
        for (int number = 1; number <= 4; number++) {
            arrives(FIRST, number - 1, number);
        }
        loop.turn();
        Runnable slow = pool.removeFirst();

        for (int turn = 0; turn < 3; turn++) {
            theMailServerAnswers();
            loop.turn();
        }

        assertThat(List.of(stateOf(2), stateOf(3), stateOf(4))).containsOnly(State.SENT);
        assertThat(stateOf(1)).isEqualTo(State.ATTEMPTING);
        slow.run();
        loop.turn();
        assertThat(stateOf(1)).isEqualTo(State.SENT);
    }

    @Test
    void noMoreMailsAreOnTheirWayThanThereAreConnections() {
        for (int number = 1; number <= 10; number++) {
            arrives(FIRST, number - 1, number);
        }

        loop.turn();
        loop.turn();

        assertThat(pool).hasSize(settings.smtp().connections());
    }

    @Test
    void mailsThatAreDueLeaveAConnectionToNewOnes() {
        for (int number = 1; number <= 5; number++) {
            ledger.owe(key(number), new Position(0, number), Reason.RECONCILED, clock.instant());
        }
        loop.turn(); // and none of these is ever answered
        arrives(FIRST, 0, 9);

        loop.turn();
        pool.removeLast().run(); // one of those that were due
        loop.turn();

        assertThat(running()).contains(id(9));
    }

    @Test
    void theOneConnectionThatIsAllThereIsTakesTurns() {
        SendLoop single = loop(pool::add, 1);
        for (int number = 1; number <= 5; number++) {
            ledger.owe(
                    key(number),
                    new Position(0, number),
                    Reason.RECONCILED,
                    clock.instant().minusSeconds(9 - number));
        }
        single.turn();
        for (int number = 6; number <= 8; number++) {
            arrives(FIRST, number - 6, number);
        }

        for (int turn = 0; turn < 8; turn++) {
            theMailServerAnswers();
            single.turn();
        }

        assertThat(tried).containsExactly(id(1), id(6), id(2), id(7), id(3), id(8), id(4), id(5));
    }

    /** At a rate that the connections just bear; of those before the one and those after it, the longest wait is compared. */
    @Test
    void oneThatIsPutOffForEverCostsNobodyElseMoreThanItsTries() {
        int everybody = 1200;
        int one = everybody / 8; // early enough to be tried three times, whatever the pauses are spread by
        Duration aMail = Duration.ofSeconds(1);
        says.put(id(one), new SmtpOutcome.Temporary(new Reply(421, "4.7.0")));
        Map<String, Instant> asked = new HashMap<>();
        Map<String, Duration> waits = new HashMap<>();
        int turns = 0;
        while (waits.size() < everybody) {
            for (int place = 0; place < settings.smtp().connections() && asked.size() < everybody; place++) {
                int number = asked.size() + 1;
                asked.put(id(number), clock.instant());
                arrives(number % 2 == 0 ? FIRST : SECOND, number / 2, number);
            }
            loop.turn();
            int before = tried.size();
            theMailServerAnswers();
            clock.move(aMail);
            tried.subList(before, tried.size())
                    .forEach(id -> waits.putIfAbsent(id, Duration.between(asked.get(id), clock.instant())));
            assertThat(turns++).as("turns").isLessThan(everybody);
        }

        assertThat(tried.stream().filter(id(one)::equals).count())
                .as("tries of the one")
                .isGreaterThan(2);
        assertThat(longest(waits, one + 1, everybody))
                .isLessThanOrEqualTo(longest(waits, 1, one - 1).plus(aMail.multipliedBy(2)));
    }

    private static Duration longest(Map<String, Duration> waits, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> waits.get(id(number)))
                .max(Duration::compareTo)
                .orElseThrow();
    }
}
