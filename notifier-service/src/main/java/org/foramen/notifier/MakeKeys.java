package org.foramen.notifier;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.foramen.base.SealKeyFiles;
import org.foramen.contract.sealing.SealKeys;

/** The command {@code keys <folder>}: makes the clinic's pair of keys, or a new one beside those that are there. */
final class MakeKeys {

    private MakeKeys() {}

    static void run(String[] args, PrintStream out) {
        if (args.length < 2) {
            throw new IllegalArgumentException("keys needs to know the folder, such as /etc/foramen/keys");
        }
        Path folder = Path.of(args[1]);
        if (Files.isDirectory(folder)) {
            out.println("What is sealed from now on is sealed for key " + SealKeyFiles.change(folder)
                    + "; older inquiries can still be opened.");
        } else {
            SealKeyFiles.makeIfAbsent(folder);
            out.println("Made " + folder.resolve(SealKeys.PUBLIC_FILE) + " for the intake and "
                    + folder.resolve(SealKeys.PRIVATE_FILE) + " for the notifier alone.");
        }
    }
}
