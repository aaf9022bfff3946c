package org.foramen.notifier.ledger.database;

import static java.util.Objects.requireNonNull;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.h2.api.ErrorCode;

/** The ledger is there and of no use to this notifier, and waiting would not mend it: the notifier does not start. */
final class RefusedLedger extends RuntimeException {

    private static final Set<Integer> NOT_AS_WRITTEN =
            Set.of(ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1);

    private final String wayOut;

    private RefusedLedger(String sentence, String wayOut) {
        super(sentence);
        this.wayOut = wayOut;
    }

    String wayOut() {
        return wayOut;
    }

    /** @throws RefusedLedger when a newer notifier made changes that this version does not know */
    static void ifNewer(MigrationInfoService tables) {
        boolean newer = Arrays.stream(tables.all()).map(MigrationInfo::getState).anyMatch(RefusedLedger::isUnknown);
        if (newer) {
            throw new RefusedLedger(
                    "The ledger was changed by a newer version of the notifier: it is at "
                            + requireNonNull(tables.current()).getVersion() + ", this notifier knows it up to "
                            + known(tables) + ".",
                    "Start the newer version again. The way back is the ledger's backup of before the upgrade: "
                            + "docs/operations.md, Upgrade.");
        }
    }

    /**
     * What keeps a file of H2 from being opened for good; empty where it may be another process, or a disk that is full for now.
     *
     * @param failure as the pool of connections threw it
     */
    static Optional<RefusedLedger> of(Path file, Throwable failure) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isOurs(file)) {
            return Optional.of(new RefusedLedger(
                    "The ledger " + file + " is no file that this notifier may read and write.",
                    "Let it read and write there, or move away what stands in its place."));
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException
                    || cause instanceof SQLException said && NOT_AS_WRITTEN.contains(said.getErrorCode())) {
                return Optional.of(new RefusedLedger(
                        "The ledger " + file + " is damaged and cannot be opened.",
                        "Put it back from your backup. Where there is none, move it away: a new one is made, and nobody whose mails"
                                + " it knew is mailed again by itself. docs/operations.md, Backup and restore."));
            }
        }
        return Optional.empty();
    }

    /** What came of putting the ledger back as it was before an upgrade that was cut off. */
    static RefusedLedger ofCopy(UpgradeCopy copy, IOException failure) {
        return new RefusedLedger(
                "The ledger cannot be put back as it was before its upgrade, which was cut off, from " + copy.file()
                        + ": " + failure.getMessage() + ".",
                "Put the ledger back from your backup, and move that file away. docs/operations.md, Backup and restore.");
    }

    private static boolean isOurs(Path file) {
        return Files.isRegularFile(file) && Files.isReadable(file) && Files.isWritable(file);
    }

    private static boolean isUnknown(MigrationState state) {
        return state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED;
    }

    private static String known(MigrationInfoService tables) {
        return Arrays.stream(tables.all())
                .filter(one -> !isUnknown(one.getState()))
                .map(one -> one.getVersion().toString())
                .reduce("nothing", (before, last) -> last);
    }
}
