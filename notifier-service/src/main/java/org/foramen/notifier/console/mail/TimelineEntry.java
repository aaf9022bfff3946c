package org.foramen.notifier.console.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.ledger.AuditLog;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an inquiry, or will.
 *
 * @param kind {@code owed}, {@code tried}, {@code ended}, {@code next} or {@code done}
 * @param delivery what it happened to; null for what a person did
 * @param entry what a person did; null else
 */
record TimelineEntry(Instant at, String kind, @Nullable Delivery delivery, AuditLog.@Nullable Entry entry) {

    /** All steps in the order in which they happen. The ledger keeps the last try of each delivery, and how many there were. */
    static List<TimelineEntry> of(List<Delivery> deliveries, List<AuditLog.Entry> done) {
        List<TimelineEntry> steps = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            add(steps, delivery.owedSince(), "owed", delivery);
            add(steps, delivery.attemptedAt(), "tried", delivery);
            add(steps, delivery.endedAt(), "ended", delivery);
            if (delivery.state() == State.OWED || delivery.state() == State.DEFERRED) {
                add(steps, delivery.nextAttemptAt(), "next", delivery);
            }
        }
        done.forEach(entry -> steps.add(new TimelineEntry(entry.at(), "done", null, entry)));
        steps.sort(Comparator.comparing(TimelineEntry::at));
        return steps;
    }

    private static void add(List<TimelineEntry> steps, @Nullable Instant at, String kind, Delivery delivery) {
        if (at != null) {
            steps.add(new TimelineEntry(at, kind, delivery, null));
        }
    }
}
