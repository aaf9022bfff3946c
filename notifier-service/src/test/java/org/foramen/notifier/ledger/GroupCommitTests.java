package org.foramen.notifier.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;

class GroupCommitTests {

    private static final int WRITERS = 20;

    private final JdbcDataSource database = new JdbcDataSource();
    private final AtomicInteger transactions = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    private volatile boolean isAway;
    private JdbcClient jdbc;
    private GroupCommit commits;

    @BeforeEach
    void makeTable() {
        database.setURL("jdbc:h2:mem:commits;DB_CLOSE_DELAY=-1");
        jdbc = JdbcClient.create(database);
        jdbc.sql("drop table if exists note").update();
        jdbc.sql("create table note (number integer primary key)").update();
        commits = new GroupCommit(new Counting());
    }

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void whatIsWrittenIsThereWhenItsWriterGoesOn() {
        int rows = commits.commit(() -> note(1));

        assertThat(rows).isOne();
        assertThat(noted()).containsExactly(1);
    }

    @Test
    void whoDoesNotWaitFindsItsWriteBeforeItsNext() {
        CompletableFuture<Integer> first = commits.handIn(() -> note(1));

        List<Integer> noted = commits.commit(this::noted);

        assertThat(noted).containsExactly(1);
        assertThat(first.join()).isOne();
    }

    @Test
    @Timeout(60)
    void writersWhoComeDuringACommitShareTheNext() throws Exception {
        List<Future<Integer>> writes = writeTogether(IntStream.rangeClosed(1, WRITERS));

        for (Future<Integer> write : writes) {
            assertThat(write.get()).isOne();
        }
        assertThat(noted()).hasSize(WRITERS);
        assertThat(transactions).hasValue(2);
    }

    @Test
    void whoWritesAloneDoesNotWaitForOthers() {
        long start = System.nanoTime();

        for (int number = 0; number < 1000; number++) {
            int mine = number;
            commits.commit(() -> note(mine));
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        assertThat(transactions).hasValue(1000);
    }

    @Test
    @Timeout(60)
    void asManyAsSharedTheLastAreWaitedFor() throws Exception {
        commits = new GroupCommit(new Counting(), Duration.ofHours(1));
        for (Future<Integer> write : writeTogether(IntStream.rangeClosed(1, 2))) {
            write.get();
        }
        transactions.set(0);

        CompletableFuture<Integer> first = commits.handIn(() -> note(3));
        CompletableFuture<Integer> second = commits.handIn(() -> note(4));

        assertThat(first.join() + second.join()).isEqualTo(2);
        assertThat(transactions).hasValue(1);
    }

    @Test
    @Timeout(60)
    void whoIsLeftAloneWaitsOnlyAMoment() throws Exception {
        for (Future<Integer> write : writeTogether(IntStream.rangeClosed(1, WRITERS))) {
            write.get();
        }

        assertThat(commits.commit(() -> note(WRITERS + 1))).isOne();
    }

    @Test
    @Timeout(60)
    void aWriteThatFailsFailsAlone() throws Exception {
        note(7);

        List<Future<Integer>> writes = writeTogether(IntStream.rangeClosed(1, WRITERS));

        for (int number = 1; number <= WRITERS; number++) {
            Future<Integer> write = writes.get(number - 1);
            if (number == 7) {
                assertThatThrownBy(write::get).hasCauseInstanceOf(DataIntegrityViolationException.class);
            } else {
                assertThat(write.get()).isOne();
            }
        }
        assertThat(noted()).hasSize(WRITERS);
    }

    @Test
    @Timeout(60)
    void withoutADatabaseAllWhoWaitAreTold() throws Exception {
        isAway = true;

        List<Future<Integer>> writes = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            int mine = number;
            writes.add(threads.submit(() -> commits.commit(() -> note(mine))));
        }

        for (Future<Integer> write : writes) {
            assertThatThrownBy(write::get).hasCauseInstanceOf(TransactionSystemException.class);
        }
        isAway = false;
        assertThat(noted()).isEmpty();
        assertThat(commits.commit(() -> note(1))).isOne();
    }

    @Test
    @Timeout(60)
    void anErrorEndsTheCommitAndNotTheCommits() {
        CompletableFuture<Integer> write = commits.handIn(() -> {
            throw new StackOverflowError("for this test");
        });

        assertThatThrownBy(write::join).hasCauseInstanceOf(IllegalStateException.class);
        assertThat(commits.commit(() -> note(1))).isOne();
    }

    /** Writes each number on a thread of its own, all while a commit is going on. */
    private List<Future<Integer>> writeTogether(IntStream numbers) {
        CountDownLatch committing = new CountDownLatch(1);
        CountDownLatch othersWait = new CountDownLatch(1);
        commits.handIn(() -> {
            committing.countDown();
            await(othersWait);
            return 0;
        });
        await(committing);
        List<FutureTask<Integer>> writes = numbers.mapToObj(
                        number -> new FutureTask<>(() -> commits.commit(() -> note(number))))
                .toList();
        List<Thread> writers = writes.stream().map(Thread::new).toList();
        writers.forEach(Thread::start);
        while (!writers.stream().allMatch(writer -> writer.getState() == Thread.State.WAITING)) {
            Thread.onSpinWait();
        }
        othersWait.countDown();
        return List.copyOf(writes);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int note(int number) {
        return jdbc.sql("insert into note values (?)").param(number).update();
    }

    private List<Integer> noted() {
        return jdbc.sql("select number from note order by number")
                .query(Integer.class)
                .list();
    }

    /** Counts what is begun, and may have no database. */
    private final class Counting extends DataSourceTransactionManager {

        Counting() {
            super(database);
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) throws TransactionException {
            if (isAway) {
                throw new TransactionSystemException("away");
            }
            transactions.incrementAndGet();
            super.doBegin(transaction, definition);
        }
    }
}
