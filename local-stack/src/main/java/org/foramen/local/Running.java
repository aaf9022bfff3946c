package org.foramen.local;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has been started; it is stopped in the opposite order, once. */
final class Running implements AutoCloseable {

    private final Console console;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private volatile boolean stopping;

    Running(Console console) {
        this.console = console;
    }

    boolean stopping() {
        return stopping;
    }

    /** Keeps a part to stop it later; waits forever when the stopping has begun. */
    synchronized void add(AutoCloseable part) {
        parts.push(part);
    }

    @Override
    public synchronized void close() {
        stopping = true;
        while (!parts.isEmpty()) {
            stop(parts.pop());
        }
    }

    private void stop(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            console.say("Not everything stopped in order: " + e);
        }
    }
}
