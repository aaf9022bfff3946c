package org.foramen.notifier.answering;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.Duration;
import java.util.function.Supplier;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.delivery.Position;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a record says and what becomes of it, worked out once for the two groups that read it, mostly at the same time. Who asks
 * second takes it out; what nobody asks for a second time is forgotten within seconds, for it is personal.
 */
@Component
public class PlannedInquiries {

    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final int MOST = 500;

    private final ResponseDecider responses;
    private final Cache<Position, Planned> planned = Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .maximumSize(MOST)
            .scheduler(Scheduler.systemScheduler())
            .build();

    PlannedInquiries(ResponseDecider responses) {
        this.responses = responses;
    }

    /**
     * What stands at a place of the topic.
     *
     * @param reading reads and opens it, where nobody has just done so; what it throws is thrown
     */
    public Planned at(Position position, Supplier<InquiryReceived> reading) {
        Planned before = planned.asMap().remove(position);
        if (before != null) {
            return before;
        }
        InquiryReceived inquiry = reading.get();
        Planned now = new Planned(inquiry, responses.plan(inquiry));
        planned.put(position, now);
        return now;
    }

    /** An inquiry was erased. @param inquiry the key of its tombstone, which may be anything */
    public void forget(@Nullable String inquiry) {
        planned.asMap().values().removeIf(one -> one.inquiry().id().value().equals(inquiry));
    }

    /** An inquiry, and what becomes of it. */
    public record Planned(InquiryReceived inquiry, MailPlan plan) {}
}
