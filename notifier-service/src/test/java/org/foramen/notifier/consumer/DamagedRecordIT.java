package org.foramen.notifier.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.foramen.notifier.topic.DamagedTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A record of which the broker's disk has turned a bit over: its checksum is wrong, and no consumer is given it. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DamagedRecordIT {

    private final List<Long> lost = new ArrayList<>();
    private final List<Long> read = new ArrayList<>();

    @Test
    void isToldAndHoldsUpNobodyBehindIt(@TempDir Path folder) throws Exception {
        DamagedTopic damaged = new DamagedTopic(folder);
        TopicReader topic = new TopicReader(consumer(damaged.servers()), record -> lost.add(record.offset()));
        try {
            topic.subscribe("inquiries");
            while (read.size() < 2) {
                topic.read(Duration.ofMillis(100), Instant.now());
                ConsumerRecord<String, byte[]> next = topic.next(Instant.now());
                if (next != null) {
                    read.add(next.offset());
                }
            }
        } finally {
            topic.close();
            damaged.close();
        }

        assertThat(read).containsExactly(0L, 2L);
        assertThat(lost).containsExactly(1L);
    }

    private static KafkaConsumer<String, byte[]> consumer(String servers) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "group.id",
                        "clinic-mailer",
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
