package org.foramen.notifier.reconciliation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.settings.NotifierSettings;

/**
 * Mails that Kafka's records call for and the ledger does not know. A fault of ours leaves a few, found within minutes. Many
 * of them, or old ones, mean that the ledger itself is lost or old; and whoever is in those was called back long ago.
 */
final class MissingDeliveries {

    /** So many are looked for when not more than that may be owed. */
    private static final int ENOUGH = 1_000;

    private final Map<DeliveryKey, Missing> missing = new LinkedHashMap<>();
    private final int oweAtMost;
    private final Instant oweSince;

    /** @param rules how much of it may be owed anew without a person's word */
    MissingDeliveries(NotifierSettings.Reconciliation rules, Instant now) {
        this.oweAtMost = rules.oweAtMost();
        this.oweSince = now.minus(rules.oweWithin());
    }

    void add(DeliveryKey key, Position position, Instant received) {
        missing.put(key, new Missing(position, received));
    }

    /** What was erased is owed to nobody, though compaction has not taken it away yet. */
    void forget(Subject subject) {
        missing.keySet().removeIf(key -> key.subject().equals(subject));
    }

    /** True when it is of no use to look for more. */
    boolean isEnough() {
        return missing.size() > Math.max(ENOUGH, oweAtMost);
    }

    /** True when a person must say whether anybody is to be mailed. */
    boolean isForAPerson() {
        return missing.size() > oweAtMost || missing.values().stream().anyMatch(one -> one.received.isBefore(oweSince));
    }

    void forEach(BiConsumer<DeliveryKey, Position> action) {
        missing.forEach((key, one) -> action.accept(key, one.position));
    }

    List<String> names() {
        return missing.keySet().stream().map(DeliveryKey::toString).toList();
    }

    private record Missing(Position position, Instant received) {}
}
