package org.foramen.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.foramen.stack.process.Service;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Parts of the last release work with parts of today's, while people send and one after the other is replaced. */
@Tag("long")
@Timeout(900)
class RollingUpgradeIT {

    /** What a notifier may have in its hands when its ledger changes under it. */
    private static final int MAILS_ON_THEIR_WAY = 7;

    private static final int PEOPLE = 900;
    private static final int PER_SECOND = 3;

    @ParameterizedTest
    @EnumSource
    void whicheverPartIsReplacedFirstEverybodyIsMailedOnce(Order order) throws Exception {
        try (TwoReleases house = TwoReleases.Ledger.H2.house("rolling-" + order)) {
            house.oldIntake.start();
            house.oldNotifier().start();
            Visitors flow = house.begin(PEOPLE, PER_SECOND);
            house.awaitServed(flow, 50);

            order.steps.get(0).accept(house);
            house.awaitServed(flow, 100);
            order.steps.get(1).accept(house);
            house.awaitServed(flow, 50);
            assertThat(flow.done()).as("people sent all the while").isFalse();

            flow.awaitAll();
            house.awaitEveryMail();
            assertThat(house.accepted()).hasSize(PEOPLE);
            assertThat(house.inboxes().repeats()).isZero();
            assertThat(house.stack.deadLetters().records()).isEmpty();
            house.newNotifier().stop();
            assertThat(house.cases()).containsOnlyKeys(house.accepted().keySet());
        }
    }

    @Test
    void aNewerNotifierBesideAnOldOneLosesNobody() throws Exception {
        try (TwoReleases house = TwoReleases.Ledger.POSTGRESQL.house("rolling-two")) {
            house.oldIntake.start();
            house.oldNotifiers.forEach(Service::start);
            Visitors flow = house.begin(PEOPLE, PER_SECOND);
            house.awaitServed(flow, 50);

            house.oldNotifiers.get(0).stop();
            house.newNotifiers.get(0).start();
            flow.awaitMore(100);
            System.out.println("beside a newer notifier the old one left "
                    + house.inboxes().lost() + " of " + house.accepted().size() + " without a mail for a while");
            house.oldNotifiers.get(1).stop();
            house.newNotifiers.get(1).start();
            house.awaitServed(flow, 50);
            replaceIntake(house);

            flow.awaitAll();
            house.awaitEveryMail();
            System.out.println("mails that came again: " + house.inboxes().repeats());
            assertThat(house.accepted()).hasSize(PEOPLE);
            assertThat(house.inboxes().repeats()).isLessThanOrEqualTo(MAILS_ON_THEIR_WAY);
            assertThat(house.stack.deadLetters().records()).isEmpty();
            assertThat(house.cases()).containsOnlyKeys(house.accepted().keySet());
        }
    }

    private static void replaceNotifier(TwoReleases house) {
        house.oldNotifier().stop();
        house.newNotifier().start();
    }

    private static void replaceIntake(TwoReleases house) {
        house.visit(house.newIntake.start());
        house.oldIntake.stop();
    }

    /** The order that the page on operations wants, and the other. */
    enum Order {
        NOTIFIER_FIRST(RollingUpgradeIT::replaceNotifier, RollingUpgradeIT::replaceIntake),
        INTAKE_FIRST(RollingUpgradeIT::replaceIntake, RollingUpgradeIT::replaceNotifier);

        private final List<Consumer<TwoReleases>> steps;

        Order(Consumer<TwoReleases> first, Consumer<TwoReleases> second) {
            this.steps = List.of(first, second);
        }
    }
}
