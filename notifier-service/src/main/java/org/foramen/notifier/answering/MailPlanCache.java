package org.foramen.notifier.answering;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.delivery.Position;
import org.springframework.stereotype.Component;

/** Decides what becomes of the inquiry in a record, once for both readers of the topic. A plan holds nothing personal. */
@Component
public class MailPlanCache {

    private static final Duration KEPT = Duration.ofMinutes(10);

    /** The two readers may be that many records apart, at some hundred bytes each. */
    private static final int MOST = 10_000;

    private final MailComposer mailRoom;
    private final Cache<Stamp, MailPlan> made = Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .maximumSize(MOST)
            .scheduler(Scheduler.systemScheduler())
            .build();

    MailPlanCache(MailComposer mailRoom) {
        this.mailRoom = mailRoom;
    }

    public MailPlan of(ConsumerRecord<?, ?> record, InquiryReceived inquiry) {
        return made.get(Stamp.of(record), stamp -> mailRoom.plan(inquiry));
    }

    /** One record. A topic that was made anew begins with the same places, at another time. */
    private record Stamp(Position position, long timestamp) {

        public static Stamp of(ConsumerRecord<?, ?> record) {
            return new Stamp(new Position(record.partition(), record.offset()), record.timestamp());
        }
    }
}
