package org.foramen.notifier.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.cases.CaseFilter.Lane;
import org.foramen.notifier.ledger.Postgres;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The board and its search over 100,000 cases of three years, of which 10,000 are open: nobody waits for them. */
class LargeBoardIT {

    private static final Logger log = LoggerFactory.getLogger(LargeBoardIT.class);
    private static final Instant NOW = Instant.parse("2026-11-24T18:00:00Z");
    private static final int CASES = 100_000;
    private static final Duration LONGEST = Duration.ofMillis(200);

    @TempDir
    Path folder;

    @Test
    void itIsQuickInH2() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:large-board;MODE=PostgreSQL;DB_CLOSE_DELAY=-1"); // as a file that is in its cache

        try {
            assertThatTheBoardIsQuick("H2", database);
        } finally {
            JdbcClient.create(database).sql("shutdown").update();
        }
    }

    @Test
    void itIsQuickInPostgres() {
        assertThatTheBoardIsQuick("PostgreSQL", Postgres.database("large_board"));
    }

    private void assertThatTheBoardIsQuick(String name, DataSource database) {
        Board board = Board.in(database, folder.resolve("keys"), NOW);
        fill(board, name);
        InquiryId id = Inquiries.number(CASES - 7).id();
        board.actions.take(id, 0, "ana");
        Cases cases = board.cases;
        Map<String, Runnable> questions = new LinkedHashMap<>();
        for (Lane lane : Lane.values()) {
            questions.put(lane.name(), () -> cases.page(CaseFilter.of(lane), 50, 0));
        }
        CaseFilter narrow = new CaseFilter(Lane.TODAY, null, null, "es", null, "laminectomy");
        questions.put("filtered", () -> cases.page(narrow, 50, 0));
        questions.put("10,000 rows on", () -> cases.page(CaseFilter.of(Lane.TODAY), 50, 9_000));
        questions.put("counts", board.figures::counts);
        questions.put("first answers", () -> board.figures.firstAnswers(NOW.minus(Duration.ofDays(30))));
        questions.put("pulse", board.figures::pulse);
        questions.put("one", () -> cases.find(id));
        questions.put("history", () -> cases.history(id));
        questions.put("reference", () -> cases.byReference("0000-0000", 50));
        questions.put("whole id", () -> cases.byReference(id.value(), 50));
        questions.put("address", () -> cases.byPerson("canary77@example.com", 50));
        questions.put("number", () -> cases.byPerson("310-555-0112", 50));
        questions.put("same person", () -> cases.samePerson(id, 50));

        Map<String, Long> took = new LinkedHashMap<>();
        questions.forEach((what, question) -> took.put(what, bestOf(question)));

        log.info("{}, best of five in milliseconds: {}", name, took);
        assertThat(cases.page(CaseFilter.of(Lane.TODAY), 50, 0)).hasSize(50);
        assertThat(took).allSatisfy((what, millis) -> assertThat(millis).isLessThan(LONGEST.toMillis()));
    }

    /** The machine may be busy with something else: the best of five is the question's own time. */
    private static long bestOf(Runnable question) {
        return IntStream.range(0, 5)
                .mapToLong(round -> {
                    long start = System.nanoTime();
                    question.run();
                    return Duration.ofNanos(System.nanoTime() - start).toMillis();
                })
                .min()
                .orElseThrow();
    }

    /** Every tenth is open, every fiftieth of these an emergency; a mail to the clinic and one to the person for the latest third. */
    private static void fill(Board board, String database) {
        board.jdbc
                .sql(
                        """
                        insert into inquiry_case (inquiry_id, version, state, owner, tries, close_reason, opened_at, changed_at,
                            answered_at, done_at, received_at, due_at, level, suspected, way, phone, email_allowed, language,
                            best_time, kind, procedure_id, phone_hash, email_hash)
                        select lpad(cast(n as varchar), 26, '0'), 0,
                            case when mod(n, 10) <> 7 then 'reached' when mod(n, 30) = 7 then 'tried' else 'new' end,
                            case when mod(n, 10) <> 7 then 'ana' end, 0, null, at, at,
                            case when mod(n, 10) <> 7 then at + interval '1' hour end,
                            case when mod(n, 10) <> 7 then at + interval '1' hour end,
                            at, at + interval '1' day, case when mod(n, 500) = 7 then 'emergency' else 'usual' end, false,
                            'phone', true, true, case when mod(n, 3) = 0 then 'es' else 'en' end, null, 'considering-procedure',
                            case when mod(n, 2) = 0 then 'laminectomy' else 'foraminotomy' end,
                            concat('phone', mod(n, 90000)), concat('email', mod(n, 80000))
                        from (select n, cast(:now as timestamp with time zone) - (100000 - n) * interval '15' minute as at
                            from (%s) as numbers) as moments
                        """
                                .formatted(numbers(database)))
                .param("now", NOW.atOffset(java.time.ZoneOffset.UTC))
                .update();
        board.jdbc
                .sql(
                        """
                        insert into delivery (subject_kind, subject_id, audience, recipient_index, state, reason, attempts,
                            unknowns, message_id, topic_partition, topic_offset, owed_since, ended_at)
                        select 'inquiry', inquiry_id, audience, 1, 'sent', null, 1, 0, '<id>', 0, 0, received_at, received_at
                        from inquiry_case cross join (values ('clinic'), ('patient')) as audiences (audience)
                        where inquiry_id > lpad('66666', 26, '0')
                        """)
                .update();
        board.jdbc.sql("analyze").update(); // as either database does by itself after a while
    }

    private static String numbers(String database) {
        return database.equals("PostgreSQL")
                ? "select n from generate_series(1, 100000) as n"
                : "select x as n from system_range(1, 100000)";
    }
}
