package org.foramen.notifier;

import java.io.PrintStream;
import java.nio.file.Path;
import org.foramen.base.SealKeyFiles;
import org.foramen.base.SettingRefused;
import org.foramen.contract.sealing.SealKeys;

/** The command {@code keys <folder>}: makes the clinic's pair of keys, or a new one beside those that are there. */
final class MakeKeys {

    static final String COMMAND = "keys";

    private MakeKeys() {}

    /**
     * Makes them.
     *
     * @throws IllegalArgumentException when no one folder is named
     * @throws SettingRefused when they cannot be kept there
     */
    static boolean run(String[] args, PrintStream out) {
        if (args.length != 2 || args[1].isBlank() || args[1].startsWith("-")) {
            throw new IllegalArgumentException("it needs to know one folder, such as /etc/foramen/keys.");
        }
        Path folder = Path.of(args[1]);
        if (SealKeyFiles.isBegun(folder)) {
            out.println("What is sealed from now on is sealed for key " + SealKeyFiles.change(folder)
                    + "; older inquiries can still be opened.");
        } else {
            SealKeyFiles.makeIfAbsent(folder);
            out.println("Made " + folder.resolve(SealKeys.PUBLIC_FILE) + " for the intake and "
                    + folder.resolve(SealKeys.PRIVATE_FILE) + " for the notifier alone.");
        }
        return true;
    }
}
