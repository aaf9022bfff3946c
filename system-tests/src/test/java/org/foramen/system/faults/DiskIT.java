package org.foramen.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.foramen.stack.broker.Cluster;
import org.foramen.stack.process.Readiness;
import org.foramen.system.stack.Stack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * All of Foramen on one disk, whose power is cut at moments drawn by a seed ({@code -Dforamen.seed}), and which is full:
 * whoever was told yes reaches the clinic.
 */
@Timeout(3600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DiskIT {

    private OneDisk house;

    @BeforeAll
    void aNewDisk() throws Exception {
        house = OneDisk.withLedgerInAFile("disk");
    }

    @AfterAll
    void takeTheDiskAway() throws Exception {
        if (house != null) {
            house.close();
        }
    }

    @Test
    @Order(1)
    void whoeverWasToldYesReachesTheClinicThoughThePowerIsCut() throws Exception {
        Moments.of(house).cut();

        house.assertThatNobodyIsForgotten();
    }

    @Test
    @Order(2)
    void aFullDiskEndsByItselfWhenThereIsRoomAgain() throws Exception {
        house.start();
        Stack stack = house.stack;
        long intake = stack.intake().program().pid();
        long notifier = stack.notifier().program().pid();

        house.disk.fill();
        Visitors crowd = house.send();
        await("a visitor is told to phone").atMost(OneDisk.SOON).until(() -> crowd.refusals() > 0);
        await("the notifier says that it cannot work").atMost(OneDisk.SOON).until(() -> !isReady());
        house.disk.free();
        await("whoever supervises Kafka starts it anew, should it have ended or hang")
                .atMost(OneDisk.SOON)
                .ignoreExceptions()
                .until(() -> startedAnew(stack.kafka()));

        house.awaitThatNothingIsOwed();
        await("the notifier says that it works").atMost(OneDisk.SOON).until(this::isReady);
        assertThat(crowd.accepted()).hasSize(OneDisk.MEASURE.inquiries());
        assertThat(stack.intake().isRunning() && stack.notifier().isRunning()).isTrue();
        assertThat(List.of(
                        stack.intake().program().pid(),
                        stack.notifier().program().pid()))
                .as("nobody restarted them")
                .containsExactly(intake, notifier);
    }

    /** A broker whose index met the full disk may hang in its own end, and answers nobody. */
    private static boolean startedAnew(Cluster kafka) {
        try {
            kafka.start();
            return true;
        } catch (IllegalStateException e) { // it runs, or ran, and does not answer
            kafka.kill();
            throw e;
        }
    }

    private boolean isReady() {
        return Readiness.at(house.stack.notifier().port()).isUp();
    }
}
