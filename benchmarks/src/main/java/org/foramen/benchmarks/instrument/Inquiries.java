package org.foramen.benchmarks.instrument;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.foramen.contract.Consent;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryKind;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Person;
import org.foramen.contract.Region;
import org.foramen.contract.sealing.InquirySealer;
import org.foramen.contract.sealing.SealedInquiry;
import org.foramen.contract.wire.InquiryJson;

/** Inquiries that nobody sent, each from an address of its own. */
public final class Inquiries {

    public static final String MESSAGE = "My neck has hurt for a year and the pain runs down my left arm to the thumb. "
            + "Physical therapy helped a little. My doctor said that foraminotomy might be an option. How long "
            + "would I be away from work, and how is it different from a fusion?";

    private final Random random = new Random();
    private int number;

    /** An inquiry about foraminotomy, which gets the handout about it. */
    public InquiryReceived next() {
        byte[] digest = new byte[16];
        random.nextBytes(digest);
        number++;
        return new InquiryReceived(
                InquiryId.of(digest),
                Instant.now(),
                InquiryKind.CONSIDERING_PROCEDURE,
                "foraminotomy",
                Region.NECK,
                new Person("Ana Ruiz", "ana" + number + "@example.com", "+13105550112", ContactChannel.PHONE, "en"),
                MESSAGE,
                null,
                new Consent(true, "1", "en"),
                List.of(),
                List.of());
    }

    /** Sealed as the intake seals. */
    public List<ProducerRecord<String, byte[]>> sealed(int count, String topic, InquirySealer sealer) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (int made = 0; made < count; made++) {
            SealedInquiry sealed = sealer.seal(next());
            ProducerRecord<String, byte[]> record =
                    new ProducerRecord<>(topic, sealed.id().value(), sealed.value());
            sealed.headers()
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            records.add(record);
        }
        return records;
    }

    /** As plain JSON, for the peers, who do not open seals. */
    public List<ProducerRecord<String, byte[]>> plain(int count, String topic) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (int made = 0; made < count; made++) {
            InquiryReceived inquiry = next();
            records.add(new ProducerRecord<>(topic, inquiry.id().value(), InquiryJson.write(inquiry)));
        }
        return records;
    }

    /** Writes all of them and waits until the broker has confirmed them. */
    public static void publish(String broker, List<ProducerRecord<String, byte[]>> records) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        // of a topic that is just being made the first batch may be refused, and those behind it for
                        // good
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1),
                new StringSerializer(),
                new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent =
                    records.stream().map(producer::send).toList();
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not take a record", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the benchmark is to end", e);
        }
    }
}
