package org.foramen.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.foramen.stack.disk.LoopDisk;
import org.foramen.stack.process.Readiness;
import org.foramen.system.stack.Stack;
import org.foramen.system.stack.Website;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
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
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DiskIT {

    private static final Duration SOON = Duration.ofSeconds(120);
    private static final int AT_A_CRASH = 7;
    private static final Measure MEASURE = new Measure(60, 30, 3, Duration.ZERO, SOON);
    private static final int LONG_ROUNDS = 5;

    private final long seed = Long.getLong("foramen.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<Visitors> crowds = new ArrayList<>();

    private Path folder;
    private LoopDisk disk;
    private Stack stack;
    private int cuts;

    @BeforeAll
    void aNewDisk() throws Exception {
        LoopDisk.lacking().ifPresent(Assumptions::abort);
        System.out.println("the cuts are drawn by -Dforamen.seed=" + seed);
        folder = Files.createTempDirectory("foramen-disk-");
        disk = new LoopDisk(folder, 512);
        stack = Stack.on(disk.place(), "disk");
    }

    @AfterAll
    void takeTheDiskAway() throws Exception {
        crowds.forEach(Visitors::close);
        if (stack != null) {
            stack.close();
        }
        if (disk != null) {
            Path said = disk.place().resolve("broker-1/broker.log");
            if (Files.exists(said)) {
                Files.copy(said, stack.folder().resolve("broker.log"));
            }
            disk.close();
            Files.delete(disk.place());
            Files.delete(folder);
        }
    }

    @Test
    @Order(1)
    void whoeverWasToldYesReachesTheClinicThoughThePowerIsCut() throws Exception {
        List<Moment> moments = List.of(this::whileItStarts, this::whilePeopleSend, this::whileTheSpoolIsEmptied);
        if ("long".equals(System.getProperty("foramen.faults"))) {
            for (int round = 0; round < LONG_ROUNDS; round++) {
                for (Moment moment : moments) {
                    cut(moment);
                }
            }
        } else {
            cut(moments.get(random.nextInt(moments.size())));
        }

        startAll();
        awaitThatNothingIsOwed();
        System.out.printf(
                "%d cuts, %d inquiries, %d mails came again%n",
                cuts, crowds.size() * MEASURE.inquiries(), inboxes().repeats());
        assertThat(inboxes().repeats()).isLessThanOrEqualTo(cuts * AT_A_CRASH);
    }

    @Test
    @Order(2)
    void aFullDiskEndsByItselfWhenThereIsRoomAgain() throws Exception {
        startAll();
        long intake = stack.intake().program().pid();
        long notifier = stack.notifier().program().pid();

        disk.fill();
        Visitors crowd = begin();
        await("a visitor is told to phone").atMost(SOON).until(() -> crowd.refusals() > 0);
        await("the notifier says that it cannot work").atMost(SOON).until(() -> !isReady());
        disk.free();
        await("whoever supervises Kafka starts it anew, should it have ended")
                .atMost(SOON)
                .ignoreExceptions()
                .until(() -> {
                    stack.kafka().start();
                    return true;
                });

        crowd.awaitAll();
        awaitThatNothingIsOwed();
        await("the notifier says that it works").atMost(SOON).until(this::isReady);
        assertThat(crowd.accepted()).hasSize(MEASURE.inquiries());
        assertThat(stack.intake().isRunning() && stack.notifier().isRunning()).isTrue();
        assertThat(List.of(
                        stack.intake().program().pid(),
                        stack.notifier().program().pid()))
                .as("nobody restarted them")
                .containsExactly(intake, notifier);
    }

    /** As a supervisor does, who starts again what did not start: its port may just be taken by a client that looks for it. */
    private void startAll() {
        await("all of it runs").atMost(SOON).ignoreExceptions().until(() -> {
            stack.heal();
            return true;
        });
    }

    private void whileItStarts() {
        Visitors crowd = begin();
        stack.begin();
        crowd.awaitMore(1 + random.nextInt(10));
    }

    private void whilePeopleSend() {
        startAll();
        begin().awaitMore(5 + random.nextInt(40));
    }

    private void whileTheSpoolIsEmptied() throws InterruptedException {
        startAll();
        stack.kafka().kill();
        Visitors crowd = begin();
        crowd.awaitAll();
        int left = random.nextInt(MEASURE.inquiries());
        stack.kafka().start();
        await("the spool is being emptied")
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> spooled() <= left);
    }

    private void cut(Moment moment) throws Exception {
        moment.comes();
        disk.cut();
        cuts++;
        stack.kill();
        disk.restore();
    }

    private Visitors begin() {
        Visitors crowd = new Visitors(new Website(stack.intake()), MEASURE, true);
        crowds.add(crowd);
        crowd.begin();
        return crowd;
    }

    /** All that were told yes, also just before a cut, have their mails. */
    private void awaitThatNothingIsOwed() throws InterruptedException {
        for (Visitors crowd : crowds) {
            crowd.awaitAll();
        }
        await("every mail")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(inboxes().lost()).isZero());
    }

    private Inboxes inboxes() {
        Map<String, String> accepted = new HashMap<>();
        crowds.forEach(crowd -> accepted.putAll(crowd.accepted()));
        return new Inboxes(accepted, stack.mail().mails());
    }

    private boolean isReady() {
        return Readiness.at(stack.notifier().port()).isUp();
    }

    private long spooled() throws IOException {
        try (Stream<Path> files = Files.list(disk.place().resolve("data/spool"))) {
            return files.filter(file -> file.toString().endsWith(".inquiry")).count();
        }
    }

    /** When the power is cut. */
    private interface Moment {

        void comes() throws Exception;
    }
}
