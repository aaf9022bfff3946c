package org.foramen.intake.admission;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.foramen.base.web.HeapShare;
import org.foramen.contract.InquiryId;
import org.foramen.contract.digest.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the latest inquiries, so that a key sent again with other content is noticed where it can be, also while the
 * first is still being kept. It forgets, and no promise rests on it: the same key and content give the same id on every
 * instance.
 */
final class RecentKeys {

    /** Of the heap, and what one takes; a key is as long as its sender likes, so its digest stands for it. */
    private static final int PERCENT = 2;

    private static final int BYTES = 400;
    private static final int MOST = HeapShare.count(PERCENT, BYTES, 10_000);

    private final Map<InquiryId, Use> latest = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<InquiryId, Use> eldest) {
            return size() > MOST;
        }
    };

    /** What is known of a key that comes with an inquiry. */
    enum Standing {
        /** Only this inquiry has it, and nobody has said yet that it is safe. */
        FREE,
        /** This very inquiry is safe here already. */
        ACCEPTED,
        /** Another inquiry has it. */
        TAKEN
    }

    /** @param acceptedAt null as long as nobody has said that it is safe */
    private record Use(InquiryId id, @Nullable Instant acceptedAt) {}

    /** Gives a free key to an inquiry; whoever gets it says afterwards what became of it. */
    synchronized Standing claim(String key, InquiryId id) {
        @Nullable Use known = latest.putIfAbsent(digestOf(key), new Use(id, null));
        if (known == null) {
            return Standing.FREE;
        }
        if (!known.id().equals(id)) {
            return Standing.TAKEN;
        }
        return known.acceptedAt() != null ? Standing.ACCEPTED : Standing.FREE;
    }

    synchronized void accepted(String key, InquiryId id, Instant at) {
        latest.put(digestOf(key), new Use(id, at));
    }

    /** When this very inquiry was accepted first, as far as that is known. */
    synchronized Optional<Instant> acceptedAt(String key, InquiryId id) {
        return Optional.ofNullable(latest.get(digestOf(key)))
                .filter(use -> use.id().equals(id))
                .map(Use::acceptedAt);
    }

    /** The inquiry was not kept: its sender may change it and send it again. */
    synchronized void release(String key, InquiryId id) {
        latest.remove(digestOf(key), new Use(id, null));
    }

    private static InquiryId digestOf(String key) {
        return InquiryId.of(Sha256.of(key));
    }
}
