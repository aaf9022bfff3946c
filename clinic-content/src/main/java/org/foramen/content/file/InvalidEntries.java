package org.foramen.content.file;

import java.util.ArrayList;
import java.util.List;

/** Collects the entries of one record that cannot be used, so that all are said at once. */
public final class InvalidEntries {

    private final List<InvalidEntry> found = new ArrayList<>();

    public void in(Runnable check) {
        try {
            check.run();
        } catch (InvalidEntry e) {
            found.add(e);
        }
    }

    public void unless(boolean right, String entry, String problem) {
        if (!right) {
            found.add(new InvalidEntry(entry, problem));
        }
    }

    /** @throws InvalidEntry the first, which carries the others */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            InvalidEntry first = found.get(0);
            found.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }
}
