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
        boolean within = true;
        for (Map.Entry<ByteBuffer, Integer> share : shares.entrySet()) {
            within &= counted.merge(share.getKey(), 1, Integer::sum) <= share.getValue();
        }
        if (!within) {
            leave(shares);
        }
        return within;
    }

    public void leave(Map<ByteBuffer, Integer> shares) {
        shares.keySet().forEach(who -> counted.computeIfPresent(who, (same, count) -> count > 1 ? count - 1 : null));
    }
}
