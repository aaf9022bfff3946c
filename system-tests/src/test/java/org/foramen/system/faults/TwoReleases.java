package org.foramen.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.foramen.stack.process.Service;
import org.foramen.system.stack.Database;
import org.foramen.system.stack.Release;
import org.foramen.system.stack.Stack;
import org.foramen.system.stack.Website;

/** One stack whose parts are there twice, as the last release ships them and as this build does, on the same data. */
final class TwoReleases implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(120);

    final Stack stack;
    final Service oldIntake;
    final Service newIntake;
    final List<Service> oldNotifiers;
    final List<Service> newNotifiers;

    private final Optional<Database> database;
    private final List<Visitors> crowds = new ArrayList<>();
    private volatile Service intake;

    private TwoReleases(Release last, Stack stack, Optional<Database> database) {
        this.stack = stack;
        this.database = database;
        this.oldIntake = stack.intake(last, "intake-old");
        this.newIntake = stack.intake(Release.today(), "intake-new");
        this.oldNotifiers = List.of(stack.notifier(last, "notifier-old-1"), stack.notifier(last, "notifier-old-2"));
        this.newNotifiers = List.of(
                stack.notifier(Release.today(), "notifier-new-1"), stack.notifier(Release.today(), "notifier-new-2"));
        this.intake = oldIntake;
        stack.mail().start();
        stack.kafka().start();
    }

    Service oldNotifier() {
        return oldNotifiers.get(0);
    }

    Service newNotifier() {
        return newNotifiers.get(0);
    }

    /** Where people find the form from now on. */
    void visit(Service which) {
        intake = which;
    }

    /** So many people begin to send, at so many a second, until they are told yes. */
    Visitors begin(int inquiries, int perSecond) {
        Measure measure = new Measure(inquiries, perSecond, 0, Duration.ZERO, SOON);
        Visitors crowd = new Visitors(new Website(path -> intake.address(path)), measure, true);
        crowds.add(crowd);
        crowd.begin();
        return crowd;
    }

    /** So many people send, and all are told yes. */
    Visitors accepted(int inquiries) throws InterruptedException {
        Visitors crowd = begin(inquiries, 10);
        crowd.awaitAll();
        assertThat(crowd.accepted()).hasSize(inquiries);
        return crowd;
    }

    /** The same, with services that are started for it, and all are mailed. */
    void mailed(int inquiries, Service intake, Service notifier) throws InterruptedException {
        intake.start();
        notifier.start();
        accepted(inquiries);
        awaitEveryMail();
    }

    /** Those who go on sending are told yes so many times more, and mailed by the parts that run now. */
    void awaitServed(Visitors crowd, int more) {
        crowd.awaitMore(more);
        Map<String, String> until = accepted();
        await("mails of those who were told yes").atMost(SOON).untilAsserted(() -> assertThat(
                        new Inboxes(until, stack.mail().mails()).lost())
                .isZero());
    }

    Map<String, String> accepted() {
        Map<String, String> all = new HashMap<>();
        crowds.forEach(crowd -> all.putAll(crowd.accepted()));
        return all;
    }

    Inboxes inboxes() {
        return new Inboxes(accepted(), stack.mail().mails());
    }

    Inboxes inboxes(Visitors crowd) {
        return new Inboxes(crowd.accepted(), stack.mail().mails());
    }

    void awaitEveryMail() {
        await("every mail")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(inboxes().lost()).isZero());
        await("all is read").atMost(SOON).until(() -> stack.inquiries().isReadToTheEnd());
    }

    long spooled() throws IOException {
        Path spool = stack.folder().resolve("data/spool");
        try (Stream<Path> files = Files.list(spool)) {
            return files.filter(file -> file.toString().endsWith(".inquiry")).count();
        }
    }

    /** The states of the cases, by inquiry; with H2 no notifier may run. */
    Map<String, String> cases() throws IOException, SQLException {
        try (Connection ledger = ledger()) {
            return LedgerFile.cases(ledger);
        }
    }

    private Connection ledger() throws IOException, SQLException {
        return database.isPresent() ? database.get().connect() : LedgerFile.copy(stack);
    }

    @Override
    public void close() throws IOException {
        crowds.forEach(Visitors::close);
        Stream.of(List.of(oldIntake, newIntake), oldNotifiers, newNotifiers)
                .flatMap(List::stream)
                .forEach(Service::kill);
        stack.close();
        if (database.isPresent()) {
            database.get().close();
        }
    }

    /** Where the ledger is kept: in a file, or in a database. */
    enum Ledger {
        H2,
        POSTGRESQL;

        TwoReleases house(String name) throws IOException {
            Release last = Release.last();
            if (this == H2) {
                return new TwoReleases(last, Stack.atRest(name, Map.of()), Optional.empty());
            }
            Database database = new Database(Files.createTempDirectory("foramen-upgrade-"));
            database.start();
            return new TwoReleases(last, Stack.atRest(name, database.settings()), Optional.of(database));
        }
    }
}
