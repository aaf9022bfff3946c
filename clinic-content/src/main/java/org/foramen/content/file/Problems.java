package org.foramen.content.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects what is wrong in several places, so that whoever edits them hears of all of it at once. */
public final class Problems {

    private final List<InvalidContent> found = new ArrayList<>();

    /** What was read; empty when it cannot be. */
    public <T> Optional<T> of(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (InvalidContent e) {
            found.add(e);
            return Optional.empty();
        }
    }

    public void in(Runnable check) {
        try {
            check.run();
        } catch (InvalidContent e) {
            found.add(e);
        }
    }

    public void add(InvalidContent problem) {
        found.add(problem);
    }

    void addAll(Problems others) {
        found.addAll(others.found);
    }

    /** A line for each, which names the file and mostly the line. */
    public List<String> sentences() {
        return found.stream()
                .flatMap(problem -> String.valueOf(problem.getMessage()).lines())
                .distinct()
                .toList();
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** @throws InvalidContent that says all of them, a line each */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw found.size() == 1 ? found.get(0) : new InvalidContent(found);
        }
    }
}
