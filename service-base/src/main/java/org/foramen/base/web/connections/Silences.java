package org.foramen.base.web.connections;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * For how long nothing was written to a connection. Tomcat notes when it last wrote by the machine's clock; set forward by an
 * hour, all connections would seem silent for one. So the note is only looked at for whether it changed, and what passes is counted.
 */
final class Silences<C> {

    private final ToLongFunction<C> lastWrite;
    private Map<C, Silence> silences = Map.of();

    /** @param lastWrite a number that is another after each write */
    Silences(ToLongFunction<C> lastWrite) {
        this.lastWrite = lastWrite;
    }

    /**
     * Looks at those that are open now, and remembers these only.
     *
     * @param nanos a counter of nanoseconds from any start, which may overflow
     * @return those whose last write was seen this long ago
     */
    List<C> ofAtLeast(Duration longest, Collection<C> open, long nanos) {
        Map<C, Silence> now = new HashMap<>();
        List<C> silent = new ArrayList<>();
        for (C connection : open) {
            long written = lastWrite.applyAsLong(connection);
            Silence before = silences.get(connection);
            Silence silence = before != null && before.written == written ? before : new Silence(written, nanos);
            now.put(connection, silence);
            if (nanos - silence.since >= longest.toNanos()) {
                silent.add(connection);
            }
        }
        silences = now;
        return silent;
    }

    /** @param since in nanoseconds, when this was first seen */
    private record Silence(long written, long since) {}
}
