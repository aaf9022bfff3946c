package org.foramen.notifier.consumer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.sending.attempt.Task;
import org.foramen.notifier.topic.InquiryReader.KafkaAway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records that were taken from the topic and made into tasks; they are done once the ledger knows of these. */
final class TakenRecords {

    private static final Logger log = LoggerFactory.getLogger(TakenRecords.class);

    private final Group group;
    private final TopicReader topic;
    private final List<ConsumerRecord<String, byte[]>> taken = new ArrayList<>();

    TakenRecords(Group group, TopicReader topic) {
        this.group = group;
        this.topic = topic;
    }

    /** False when there is none; one that fails is set aside, or waits with its partition. */
    boolean takeNext(Instant now, List<? super Task.Fresh> tasks) {
        return take(topic.next(now), now, tasks);
    }

    /** The same of the next record that has waited since a moment or longer. */
    boolean takeNext(Instant now, Instant since, List<? super Task.Fresh> tasks) {
        return take(topic.next(now, since), now, tasks);
    }

    /** The topic's offset may move behind them. */
    void done() {
        taken.forEach(topic::done);
        taken.clear();
    }

    private boolean take(@Nullable ConsumerRecord<String, byte[]> record, Instant now, List<? super Task.Fresh> tasks) {
        if (record == null) {
            return false;
        }
        try {
            tasks.addAll(group.tasks().apply(record));
            taken.add(record);
        } catch (RuntimeException | StackOverflowError e) {
            failed(record, e, now);
        }
        return true;
    }

    /** Without a ledger it waits; and for Kafka, but no longer than others can wait behind it. */
    private void failed(ConsumerRecord<String, byte[]> record, Throwable why, Instant now) {
        boolean isAway = Ledger.isAway(why) || why instanceof KafkaAway && !topic.hasWaitedLong(record);
        try {
            if (!isAway) {
                group.setAside().accept(record, why instanceof KafkaAway);
                taken.add(record);
                return;
            }
        } catch (RuntimeException e) {
            log.debug("not set aside", e);
        }
        Duration pause = topic.putBack(record, now);
        log.warn(
                "Partition {} waits for {} at offset {}: {}",
                record.partition(),
                pause,
                record.offset(),
                why.getClass().getSimpleName());
    }
}
