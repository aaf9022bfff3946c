package org.foramen.notifier.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.record.TimestampType;
import org.foramen.base.SealKeyFiles;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.sealing.SealKeys;
import org.foramen.contract.wire.Topics;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.SealedRecords;
import org.foramen.notifier.Settings;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.topic.InquiryReader.Traced;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

class InquiryReaderTests {

    private static final TopicPartition PARTITION = new TopicPartition(Topics.INQUIRIES, 0);

    private final InquiryReceived inquiry = Inquiries.number(1);
    private final InquiryReceived another = Inquiries.number(2);
    private final MockConsumer<String, byte[]> kafka = new MockConsumer<>("earliest");

    @TempDir
    Path folder;

    private InquiryReader reader;

    @BeforeEach
    void aTopic() {
        Path keys = folder.resolve("keys");
        SealKeyFiles.makeIfAbsent(keys);
        kafka.updatePartitions(Topics.INQUIRIES, List.of(new PartitionInfo(Topics.INQUIRIES, 0, null, null, null)));
        kafka.updateBeginningOffsets(Map.of(PARTITION, 0L));
        reader = new InquiryReader(
                SealKeys.opener(keys.resolve(SealKeys.PRIVATE_FILE)),
                new RecordLookup(
                        new DefaultKafkaConsumerFactory<>(Map.of()) {
                            @Override
                            public Consumer<String, byte[]> createConsumer(
                                    @Nullable String group,
                                    @Nullable String prefix,
                                    @Nullable String suffix,
                                    @Nullable Properties changes) {
                                return kafka;
                            }
                        },
                        Settings.defaults()));
    }

    @Test
    void whatStandsInItsPlaceIsFound() {
        holds(at(5, inquiry), at(6, another));

        assertThat(readAgain(5)).map(Traced::inquiry).contains(inquiry);
    }

    /** As when its sender sent again after the power was cut, and no reader came to the second record yet. */
    @Test
    void aRepeatFurtherOnIsFoundWhereCompactionTookTheOlderOneAway() {
        holds(at(6, another), at(8, inquiry), at(9, another));

        assertThat(readAgain(5)).hasValueSatisfying(found -> {
            assertThat(found.inquiry()).isEqualTo(inquiry);
            assertThat(found.position()).isEqualTo(new Position(0, 8));
        });
    }

    @Test
    void whatWasErasedIsNotFoundThoughARepeatStandsThereStill() {
        holds(at(6, another), at(8, inquiry), tombstone(9));

        assertThat(readAgain(5)).isEmpty();
    }

    @Test
    void whatIsGoneIsNotFound() {
        holds(at(6, another), at(7, another));

        assertThat(readAgain(5)).isEmpty();
    }

    @Test
    void whatATopicNeverHeldIsNotFound() {
        holds(at(0, another));

        assertThat(readAgain(5)).isEmpty();
    }

    @Test
    void aKafkaThatIsAwaySaysNothingAboutTheInquiry() {
        holds(at(5, inquiry));
        kafka.setOffsetsException(new TimeoutException());

        assertThatThrownBy(() -> readAgain(5)).isInstanceOf(InquiryReader.KafkaAway.class);
    }

    private Optional<Traced> readAgain(long offset) {
        return reader.readAgain(inquiry.id(), new Position(0, offset));
    }

    @SafeVarargs
    private void holds(ConsumerRecord<String, byte[]>... records) {
        kafka.updateEndOffsets(Map.of(PARTITION, records[records.length - 1].offset() + 1));
        for (int look = 0; look < 2; look++) { // in its place, and further on
            kafka.schedulePollTask(() -> List.of(records).forEach(kafka::addRecord));
        }
    }

    private ConsumerRecord<String, byte[]> at(long offset, InquiryReceived kept) {
        ProducerRecord<String, byte[]> record = SealedRecords.of(kept, folder.resolve("keys"));
        return new ConsumerRecord<>(
                Topics.INQUIRIES,
                0,
                offset,
                0,
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                record.key(),
                record.value(),
                record.headers(),
                Optional.empty());
    }

    private ConsumerRecord<String, byte[]> tombstone(long offset) {
        return new ConsumerRecord<>(Topics.INQUIRIES, 0, offset, inquiry.id().value(), null);
    }
}
