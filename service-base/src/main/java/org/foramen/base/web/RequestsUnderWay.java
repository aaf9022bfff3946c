package org.foramen.base.web;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts requests under way of whoever has a share, so that slow ones never hold all threads. */
public final class RequestsUnderWay {

    /** Who all have a share together. */
    public static final ByteBuffer ALL = ByteBuffer.allocate(0).asReadOnlyBuffer();

    private final ConcurrentMap<ByteBuffer, Integer> counted = new ConcurrentHashMap<>();

    /**
     * Counts one in; false when there are too many. What came in must {@link #leave}.
     *
     * @param shares of whom it is one, and how many each may have
     */
    public boolean enter(Map<ByteBuffer, Integer> shares) {
        boolean[] within = {true};
        shares.forEach((who, most) -> within[0] &= counted.merge(who, 1, Integer::sum) <= most);
        if (!within[0]) {
            leave(shares);
        }
        return within[0];
    }

    public void leave(Map<ByteBuffer, Integer> shares) {
        shares.keySet().forEach(who -> counted.computeIfPresent(who, (same, count) -> count > 1 ? count - 1 : null));
    }
}
