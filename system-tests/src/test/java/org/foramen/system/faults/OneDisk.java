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
import java.util.Optional;
import org.foramen.stack.disk.LoopDisk;
import org.foramen.stack.process.Service;
import org.foramen.system.stack.Database;
import org.foramen.system.stack.Stack;
import org.foramen.system.stack.Website;
import org.junit.jupiter.api.Assumptions;

/** All of Foramen on one disk whose power is cut, and the people who send to it. */
final class OneDisk implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(300);
    static final Measure MEASURE = new Measure(60, 30, 3, Duration.ZERO, SOON);

    private static final int AT_A_CRASH = 7;

    final LoopDisk disk;
    final Stack stack;
    private final Path folder;
    private final Optional<Database> database;
    private final List<Visitors> crowds = new ArrayList<>();
    private int cuts;

    private OneDisk(String name, boolean postgres) throws Exception {
        LoopDisk.lacking().ifPresent(Assumptions::abort);
        folder = Files.createTempDirectory("foramen-disk-");
        disk = new LoopDisk(folder, 512);
        database = postgres ? Optional.of(Database.forced(disk.place().resolve("postgresql"))) : Optional.empty();
        stack = Stack.on(disk.place(), name, database.map(Database::settings).orElse(Map.of()));
    }

    /** Nothing of it is started yet. */
    static OneDisk withLedgerInAFile(String name) throws Exception {
        return new OneDisk(name, false);
    }

    /** The same, and its database is on the disk too. */
    static OneDisk withPostgres(String name) throws Exception {
        return new OneDisk(name, true);
    }

    /** Starts what does not run, and does not wait for the services. */
    void begin() throws IOException {
        startDatabase();
        stack.begin();
    }

    /** Starts all of it with another notifier. */
    void startWith(Service notifier) throws IOException {
        startDatabase();
        stack.mail().start();
        stack.kafka().start();
        stack.intake().start();
        notifier.start();
    }

    /** For a notifier that is started alone; where the ledger is a file there is nothing to start. */
    void startDatabase() throws IOException {
        if (database.isPresent()) {
            database.get().start();
        }
    }

    /** As a supervisor does, who starts again what did not start: its port may just be taken by a client that looks for it. */
    void start() {
        await("all of it runs").atMost(SOON).ignoreExceptions().until(() -> {
            begin();
            stack.heal();
            return true;
        });
    }

    /** People begin to send, each until told yes. */
    Visitors send() {
        Visitors crowd = new Visitors(new Website(stack.intake()), MEASURE, true);
        crowds.add(crowd);
        crowd.begin();
        return crowd;
    }

    /** What was not on the disk is gone, and nothing runs; then the disk can be used again. */
    void cut() throws IOException, InterruptedException {
        disk.cut();
        cuts++;
        stack.kill();
        if (database.isPresent()) {
            database.get().kill();
        }
        disk.restore();
    }

    /** All that were told yes, also just before a cut, have their mails, and no more came again than was on its way. */
    void assertThatNobodyIsForgotten() throws InterruptedException {
        start();
        awaitThatNothingIsOwed();
        System.out.printf(
                "%s: %d cuts, %d inquiries, %d mails came again%n",
                database.isPresent() ? "PostgreSQL" : "H2",
                cuts,
                crowds.size() * MEASURE.inquiries(),
                inboxes().repeats());
        assertThat(inboxes().repeats()).isLessThanOrEqualTo(cuts * AT_A_CRASH);
    }

    void awaitThatNothingIsOwed() throws InterruptedException {
        for (Visitors crowd : crowds) {
            crowd.awaitAll();
        }
        await("every mail")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(inboxes().lost()).isZero());
    }

    Inboxes inboxes() {
        Map<String, String> accepted = new HashMap<>();
        crowds.forEach(crowd -> accepted.putAll(crowd.accepted()));
        return new Inboxes(accepted, stack.mail().mails());
    }

    Optional<Database> database() {
        return database;
    }

    @Override
    public void close() throws Exception {
        crowds.forEach(Visitors::close);
        stack.close();
        if (database.isPresent()) {
            database.get().kill();
        }
        Path said = disk.place().resolve("broker-1/broker.log");
        if (Files.exists(said)) {
            Files.copy(said, stack.folder().resolve("broker.log"));
        }
        disk.close();
        Files.delete(disk.place());
        Files.delete(folder);
    }
}
