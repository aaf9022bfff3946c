package org.foramen.intake.reception;

import java.util.LinkedHashMap;
import java.util.Map;
import org.foramen.contract.InquiryId;

/**
 * The keys of the latest accepted inquiries, so that a key sent again with other content is noticed where it can be. It
 * forgets, and no promise rests on it: the same key and content give the same id on every instance.
 */
final class RecentKeys {

    private static final int MOST = 10_000;

    private final Map<String, InquiryId> latest = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, InquiryId> eldest) {
            return size() > MOST;
        }
    };

    /** True when this very inquiry was accepted here already. */
    synchronized boolean knows(String key, InquiryId id) {
        InquiryId known = latest.get(key);
        if (known != null && !known.equals(id)) {
            throw new KeyReused();
        }
        return known != null;
    }

    synchronized void remember(String key, InquiryId id) {
        latest.put(key, id);
    }
}
