package org.foramen.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;

class CommonCommitsTests {

    private static final int WRITERS = 20;

    private final JdbcDataSource database = new JdbcDataSource();
    private final AtomicInteger transactions = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    private volatile boolean isAway;
    private JdbcClient jdbc;
    private CommonCommits commits;

    @BeforeEach
    void makeTable() {
        database.setURL("jdbc:h2:mem:commits;DB_CLOSE_DELAY=-1");
        jdbc = JdbcClient.create(database);
        jdbc.sql("drop table if exists note").update();
        jdbc.sql("create table note (number integer primary key)").update();
        commits = new CommonCommits(new Counting());
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
    void writersWhoComeTogetherShareCommits() throws Exception {
        List<Future<Integer>> writes = new ArrayList<>();
        CountDownLatch start = new CountDownLatch(1);
        for (int number = 0; number < WRITERS; number++) {
            int mine = number;
            writes.add(threads.submit(() -> {
                start.await();
                return commits.commit(() -> note(mine));
            }));
        }

        start.countDown();

        for (Future<Integer> write : writes) {
            assertThat(write.get()).isOne();
        }
        assertThat(noted()).hasSize(WRITERS);
        assertThat(transactions).hasValueLessThan(WRITERS);
    }

    @Test
    void aWriteThatFailsFailsAlone() throws Exception {
        note(7);
        Future<Integer> good = threads.submit(() -> commits.commit(() -> note(8)));
        Future<Integer> bad = threads.submit(() -> commits.commit(() -> note(7)));

        assertThat(good.get()).isOne();
        assertThatThrownBy(bad::get).hasCauseInstanceOf(DataIntegrityViolationException.class);
        assertThat(noted()).containsExactly(7, 8);
    }

    @Test
    void withoutADatabaseAllWhoWaitAreTold() {
        isAway = true;

        List<CompletableFuture<Integer>> writes = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            int mine = number;
            writes.add(CompletableFuture.supplyAsync(() -> commits.commit(() -> note(mine)), threads));
        }

        assertThat(writes).allSatisfy(write -> assertThatThrownBy(write::join)
                .hasCauseInstanceOf(TransactionSystemException.class));
        isAway = false;
        assertThat(noted()).isEmpty();
        assertThat(commits.commit(() -> note(1))).isOne();
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
