package org.foramen.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.util.Map;
import org.foramen.system.stack.SharedStack;
import org.foramen.system.stack.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever breaks, nobody is missing on the board or there twice, and no reminder is lost; twice it comes after a crash only. */
@ExtendWith(SharedStack.class)
@Timeout(1200)
class PeopleFaultsIT {

    private final Measure measure = Measure.asked();
    private final Stack stack;
    private final Emergencies emergencies;

    PeopleFaultsIT(Stack stack) {
        this.stack = stack;
        this.emergencies = new Emergencies(stack, measure.patience());
    }

    @BeforeEach
    void allIsWell() {
        stack.mail().behave();
        stack.heal();
    }

    @AfterEach
    void nobodyWaits() {
        stack.heal();
        emergencies.forget();
    }

    @Test
    void nobodyIsForgottenByAKillWithTheMailServerAwayNorSaidAgainByATopicThatIsReadAgain() throws Exception {
        killedWithTheMailServerAway(true);

        stack.notifier().stop();
        try (Connection ledger = LedgerFile.copy(stack)) {
            emergencies.assertThatEachIsOnTheBoardAndSaidOnce(ledger);
        }
        Map<String, Long> before = emergencies.copies();
        stack.inquiries().rewind();
        emergencies.ask(1); // when it is said, the others would have been said again too
        stack.notifier().start();
        emergencies.awaitSaid();

        stack.notifier().stop();
        assertThat(emergencies.copies())
                .as("nothing that was said is said again")
                .containsAllEntriesOf(before);
        try (Connection ledger = LedgerFile.copy(stack)) {
            emergencies.assertThatEachIsOnTheBoardAndSaidOnce(ledger);
        }
    }

    @Test
    @Tag("long")
    void nobodyIsForgottenHoweverOftenTheNotifierIsKilled() throws Exception {
        for (int kill = 0; kill < measure.kills(); kill++) {
            killedWithTheMailServerAway(kill % 2 == 0);
        }

        stack.notifier().stop();
        assertThat(emergencies.copies().values().stream()
                        .mapToLong(copies -> copies - 1)
                        .sum())
                .as("a crash may repeat what was on its way, one mail for each connection")
                .isLessThanOrEqualTo(measure.kills() * 3L);
        try (Connection ledger = LedgerFile.copy(stack)) {
            emergencies.assertThatEachIsOnTheBoardAndSaidOnce(ledger);
        }
    }

    private void killedWithTheMailServerAway(boolean read) {
        stack.mail().stop();
        emergencies.ask(2);
        if (read) {
            await("all is read though no mail goes").atMost(measure.patience()).until(() -> stack.inquiries()
                    .isReadToTheEnd());
        }
        stack.notifier().kill();
        emergencies.ask(1);
        stack.heal();
        emergencies.awaitSaid();
    }
}
