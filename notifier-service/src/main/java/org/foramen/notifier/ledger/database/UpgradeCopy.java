package org.foramen.notifier.ledger.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.foramen.base.WholeFile;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A ledger in a file as it was before its tables are changed, beside it while they are. H2 changes tables outside of
 * transactions, so that a start that is cut off leaves some of them changed; the next one puts the copy back and begins anew.
 */
final class UpgradeCopy {

    private static final Logger log = LoggerFactory.getLogger(UpgradeCopy.class);

    private static final String SCHEME = "jdbc:h2:" + ForcedFile.SCHEME + ":";

    private final Path ledger;
    private final Path copy;

    private UpgradeCopy(Path ledger, Path copy) {
        this.ledger = ledger;
        this.copy = copy;
    }

    /** Empty when the ledger is not in a file that {@link ForcedFile} writes. */
    static Optional<UpgradeCopy> of(String address) {
        if (!address.startsWith(SCHEME)) {
            return Optional.empty();
        }
        String name = address.substring(SCHEME.length()).replaceFirst(";.*", "");
        Path ledger = Path.of(FilePath.get(name + ".mv.db").toString()).toAbsolutePath();
        return Optional.of(new UpgradeCopy(
                ledger,
                Path.of(FilePath.get(name + ".before-upgrade.zip").toString()).toAbsolutePath()));
    }

    /** The file of the ledger itself. */
    Path ledger() {
        return ledger;
    }

    /** The copy. */
    Path file() {
        return copy;
    }

    /** Makes it, whole and on the disk, of a ledger that is open. */
    void make(JdbcClient open) throws IOException {
        Path aside = copy.resolveSibling(copy.getFileName() + ".tmp");
        open.sql("backup to ?").param(aside.toString()).update();
        WholeFile.put(aside, copy);
    }

    /** Makes the ledger what it was, if there is a copy; nobody may have it open. */
    void putBack() throws IOException {
        if (!Files.exists(copy)) {
            return;
        }
        try (FileChannel file = FileChannel.open(ledger, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lock(file)) {
            if (lock == null || !Files.exists(copy)) {
                return; // another process has it open, as H2 will say
            }
            log.warn(
                    "An earlier start was cut off while it changed the ledger's tables: the ledger is put back as it was before,"
                            + " and they are changed anew");
            read(OutputStream.nullOutputStream()); // nothing is given up for a copy that is not whole
            file.truncate(0);
            read(Channels.newOutputStream(file));
            file.force(true);
        }
        remove();
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException open) { // in this process
            return null;
        }
    }

    private void read(OutputStream to) throws IOException {
        try (ZipInputStream kept = new ZipInputStream(Files.newInputStream(copy))) {
            if (kept.getNextEntry() == null) {
                throw new ZipException(copy + " is not what H2 wrote");
            }
            kept.transferTo(to);
        }
    }

    /** Takes it away for good: from now on something may be noted that it does not know. */
    void remove() throws IOException {
        WholeFile.remove(copy);
    }
}
