package org.foramen.notifier.ledger.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;
import org.h2.api.ErrorCode;

/**
 * Hears each error of the ledger's database, and has the pool let go of a connection to an H2 that has closed itself, as it does
 * when its disk is full: the pool knows PostgreSQL's words for that, and not H2's, and such a connection calls itself valid for
 * ever. So does one to a PostgreSQL that can only be read any more.
 */
final class LostConnection implements SQLExceptionOverride {

    private static final Set<Integer> CLOSED = Set.of(
            ErrorCode.DATABASE_IS_CLOSED,
            ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
            ErrorCode.CONNECTION_BROKEN_1,
            ErrorCode.OBJECT_CLOSED,
            ErrorCode.IO_EXCEPTION_1,
            ErrorCode.IO_EXCEPTION_2,
            ErrorCode.FILE_CORRUPTED_1,
            ErrorCode.GENERAL_ERROR_1);

    /** PostgreSQL's read_only_sql_transaction: a server that another has taken over from is connected to for half an hour else. */
    private static final String ONLY_READ = "25006";

    private final DamagedPages damaged;

    LostConnection(DamagedPages damaged) {
        this.damaged = damaged;
    }

    @java.lang.Override // SQLExceptionOverride has another
    public Override adjudicate(SQLException said) {
        damaged.heard(said);
        return CLOSED.contains(said.getErrorCode()) || ONLY_READ.equals(said.getSQLState())
                ? Override.MUST_EVICT
                : Override.CONTINUE_EVICT;
    }
}
