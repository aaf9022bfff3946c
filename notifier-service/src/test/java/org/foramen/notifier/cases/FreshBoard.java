package org.foramen.notifier.cases;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.cases.CaseFilter.Lane;
import org.foramen.notifier.cases.action.CaseActions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An empty board before each test, and who asks it; the same for every database that it may stand in. */
abstract class FreshBoard {

    /** A Tuesday, 10 a.m. in the clinic. */
    static final Instant NOW = Instant.parse("2026-11-24T18:00:00Z");

    static final Instant CLOSING = Instant.parse("2026-11-25T01:00:00Z");
    static final Instant CLOSING_OF_THE_NEXT_DAY = Instant.parse("2026-11-26T01:00:00Z");

    @TempDir
    Path keys;

    Board board;
    Cases cases;
    CaseActions actions;

    abstract DataSource database();

    @BeforeEach
    void migrate() {
        board = Board.in(database(), keys.resolve("keys"), NOW);
        cases = board.cases;
        actions = board.actions;
    }

    static InquiryReceived inquiry(int number) {
        return Inquiries.receivedAt(Inquiries.number(number), NOW);
    }

    List<InquiryId> ids(Lane lane) {
        return ids(cases.page(CaseFilter.of(lane), 10, 0));
    }

    static List<InquiryId> ids(List<CaseFile> files) {
        return files.stream().map(CaseFile::inquiry).toList();
    }

    long count(String table) {
        return board.jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
