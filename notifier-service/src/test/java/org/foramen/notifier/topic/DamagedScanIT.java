package org.foramen.notifier.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.foramen.notifier.Settings;
import org.foramen.notifier.delivery.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/** Whoever reads all of a topic, as to erase an inquiry, reads on behind a record that the broker's disk has damaged. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@ExtendWith(OutputCaptureExtension.class)
class DamagedScanIT {

    @Test
    void whatStandsBehindItIsFoundAndItsPlaceIsTold(@TempDir Path folder, CapturedOutput output) throws Exception {
        try (DamagedTopic damaged = new DamagedTopic(folder)) {
            ConsumerFactory<String, byte[]> consumers = consumers(damaged);
            TopicScan scan = new TopicScan(consumers, Settings.with(Map.of("foramen.topic.name", "inquiries")));
            List<String> handed = new ArrayList<>();

            assertThat(scan.records("inquiries", record -> true))
                    .extracting(ConsumerRecord::key)
                    .containsExactly("first", "third");
            assertThat(scan.each("inquiries", record -> true, record -> handed.add(record.key())))
                    .isEqualTo(2);
            assertThat(handed).containsExactly("first", "third");
            try (RecordLookup lookup =
                    new RecordLookup(consumers, Settings.with(Map.of("foramen.topic.name", "inquiries")))) {
                assertThat(lookup.lastFrom(new Position(0, 0), "third"))
                        .hasValueSatisfying(
                                record -> assertThat(record.offset()).isEqualTo(2));
                assertThatThrownBy(() -> lookup.at(new Position(0, 1))).isInstanceOf(RecordLookup.Damaged.class);
                assertThat(lookup.at(new Position(0, 0))).isPresent();
                assertThat(lookup.at(new Position(0, 2))).isPresent();
            }
            assertThat(output).contains("Kafka cannot give back record 1 of inquiries-0");
        }
    }

    @Test
    void whatIsLookedForAndMayBeItIsNamedAndNothingIsDone(@TempDir Path folder) throws Exception {
        try (DamagedTopic damaged = new DamagedTopic(folder)) {
            TopicScan scan =
                    new TopicScan(consumers(damaged), Settings.with(Map.of("foramen.topic.name", "inquiries")));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> scan.keyOf(InquiryName.of("K7F3-92QX")))
                    .withMessageContainingAll("1 of inquiries-0", "Nothing was done");
        }
    }

    private static ConsumerFactory<String, byte[]> consumers(DamagedTopic topic) {
        return new DefaultKafkaConsumerFactory<>(
                Map.of("bootstrap.servers", topic.servers(), "enable.auto.commit", false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
