package org.foramen.notifier.ledger.database;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.foramen.base.WholeFile;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file of H2 in which each write is on the disk when it returns, as POSIX's O_DSYNC has it. H2 by itself leaves its commits to
 * the operating system: a cut of the power takes all of them, whatever its WRITE_DELAY. Public because H2 makes more of it.
 */
public final class ForcedFile extends FilePathWrapper {

    static final String SCHEME = "forced";

    /** Has H2 know {@code jdbc:h2:forced:}, in this process. */
    static void register() {
        FilePath.register(new ForcedFile());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        boolean made = !exists();
        FileChannel file = super.open(mode.equals("rw") ? "rwd" : mode);
        if (made) {
            Path place = Path.of(unwrap().toString()).toAbsolutePath();
            WholeFile.force(requireNonNull(place.getParent()));
        }
        return file;
    }
}
