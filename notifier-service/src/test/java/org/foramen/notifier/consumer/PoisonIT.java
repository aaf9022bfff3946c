package org.foramen.notifier.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.foramen.base.SealKeyFiles;
import org.foramen.contract.Consent;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryKind;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Person;
import org.foramen.contract.Region;
import org.foramen.contract.sealing.InquirySealer;
import org.foramen.contract.sealing.SealKeys;
import org.foramen.contract.sealing.SealedInquiry;
import org.foramen.contract.wire.Topics;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.consumer.mark.Erasures;
import org.foramen.notifier.consumer.mark.Replays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Records and rows of the ledger that nobody should write, between good ones that must arrive: headers without a value, long
 * and wrong ones, sizes at each limit, rows that no version wrote. What they are is drawn by a seed; the seed is printed.
 */
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:poison;MODE=PostgreSQL;DB_CLOSE_DELAY=-1",
            "foramen.data=target/poison-data",
            "foramen.retry.first=1s",
            "foramen.retry.longest=5s"
        })
class PoisonIT extends RunningNotifier {

    private static final int GOOD = 600;
    private static final int BAD = 150;
    private static final int LOCKED = 80;
    private static final long SEED = Long.getLong("foramen.seed", 20_261_128L);
    private static final String UNWRITABLE = "0000000000000000000090000";
    private static final Duration SOON = Duration.ofMinutes(3);

    @Autowired
    JdbcClient jdbc;

    private final Random random = new Random(SEED);
    private InquirySealer sealer;

    @Test
    void goodOnesArriveWhateverStandsBeforeThem() throws Exception {
        await().atMost(SOON).ignoreExceptions().until(() -> !topic.ends().isEmpty());
        sealer = SealKeys.sealer(Path.of("target/poison-data/keys", SealKeys.PUBLIC_FILE));
        oddRows();
        Set<String> bad = publishAll();

        Set<String> good = IntStream.range(0, GOOD)
                .mapToObj(number -> "<" + Inquiries.number(number).id() + ".clinic@clinic.example>")
                .collect(Collectors.toSet());
        await("good ones, seed " + SEED)
                .pollInterval(Duration.ofSeconds(1)) // each look reads all mails
                .atMost(SOON)
                .untilAsserted(() -> assertThat(receivedIds()).containsAll(good));
        await("offsets").pollInterval(Duration.ofSeconds(1)).atMost(SOON).untilAsserted(() -> assertThat(lag())
                .isZero());
        await("each is in the ledger").atMost(SOON).untilAsserted(() -> assertThat(setAside())
                .containsAll(bad));
        assertThat(receivedIds().stream().filter(id -> id.startsWith("<dead-letter")))
                .as("not a mail for each")
                .hasSizeLessThanOrEqualTo(10);
        assertThat(stillDue()).as("rows that cannot be read are put off").isZero();
    }

    /** Their records were read while there was a key for them; it was exchanged before their mails went. */
    @Test
    void dueMailsWhoseInquiriesNobodyCanOpenAnyMoreHoldUpNoneBehindThem(@TempDir Path folder) throws Exception {
        await().atMost(SOON).ignoreExceptions().until(() -> !topic.ends().isEmpty());
        Path others = folder.resolve("others");
        SealKeyFiles.makeIfAbsent(others);
        sealer = SealKeys.sealer(Path.of("target/poison-data/keys", SealKeys.PUBLIC_FILE));
        InquirySealer exchanged = SealKeys.sealer(others.resolve(SealKeys.PUBLIC_FILE));
        long first = topic.ends().get(new TopicPartition(Topics.INQUIRIES, 0));
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (int number = 0; number < LOCKED + GOOD; number++) {
            InquiryReceived inquiry = Inquiries.with(30_000 + number, "k" + number + "@example.com", false, "en", "x");
            records.add(sealed(number < LOCKED ? exchanged : sealer, inquiry));
            oweToClinic(inquiry.id(), first + number);
        }
        publish(records, (number, place) -> assertThat(place).isEqualTo("0-" + (first + number)));
        await("offsets").pollInterval(Duration.ofSeconds(1)).atMost(SOON).untilAsserted(() -> assertThat(lag())
                .isZero());
        jdbc.sql("delete from delivery where subject_kind = 'dead-letter' and topic_offset >= ?")
                .param(first)
                .update();
        Set<String> toldBefore = notices();

        becomeDue();

        Set<String> good = IntStream.range(LOCKED, LOCKED + GOOD)
                .mapToObj(number -> "<" + Inquiries.number(30_000 + number).id() + ".clinic@clinic.example>")
                .collect(Collectors.toSet());
        await("good ones").pollInterval(Duration.ofSeconds(1)).atMost(SOON).untilAsserted(() -> assertThat(
                        receivedIds())
                .containsAll(good));
        Set<String> locked = IntStream.range(0, LOCKED)
                .mapToObj(number -> "0-" + (first + number))
                .collect(Collectors.toSet());
        await("each is shown").atMost(SOON).untilAsserted(() -> assertThat(setAside())
                .containsAll(locked));
        assertThat(stillOwed()).as("they are kept for when the key is back").isEqualTo(LOCKED);
        assertThat(metrics.get("foramen.mail.composition.failures").counters())
                .as("they are counted")
                .anySatisfy(counter -> assertThat(counter.count()).isGreaterThanOrEqualTo(LOCKED));
        assertThat(notices()).as("and not a mail for each").hasSizeLessThanOrEqualTo(toldBefore.size() + 10);
        assertThat(received().map(RunningNotifier::messageId).filter(id -> id.startsWith("<dead-letter")))
                .as("each told once")
                .doesNotHaveDuplicates();
    }

    private void oweToClinic(InquiryId inquiry, long offset) {
        jdbc.sql(
                        """
                        insert into delivery (subject_kind, subject_id, audience, recipient_index, state,
                            attempts, unknowns, message_id, topic_partition, topic_offset, owed_since, next_attempt_at)
                        values ('inquiry', ?, 'clinic', 1, 'deferred', 1, 0, ?, 0, ?, ?, timestamp '2100-01-01 00:00:00')
                        """)
                .params(inquiry.value(), "<" + inquiry + ".clinic@clinic.example>", offset, OffsetDateTime.now())
                .update();
    }

    /** In the order of their records: those that cannot be opened first. */
    private void becomeDue() {
        jdbc.sql(
                        """
                        update delivery set next_attempt_at = dateadd(second, topic_offset, timestamp '2020-01-01 00:00:00')
                        where next_attempt_at = timestamp '2100-01-01 00:00:00'
                        """)
                .update();
    }

    private long stillOwed() {
        return jdbc.sql("select count(*) from delivery where ended_at is null and subject_id between ? and ?")
                .params("%026d".formatted(30_000), "%026d".formatted(30_000 + LOCKED - 1))
                .query(Long.class)
                .single();
    }

    private static Set<String> notices() {
        return receivedIds().stream()
                .filter(id -> id.startsWith("<dead-letter"))
                .collect(Collectors.toSet());
    }

    /** In a shuffled order; answers the places of those that are no inquiries. */
    private Set<String> publishAll() throws Exception {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        IntStream.range(0, BAD).forEach(number -> records.add(bad(number)));
        IntStream.range(0, GOOD)
                .mapToObj(number ->
                        good(Inquiries.with(number, "c" + number + "@example.com", number % 20 == 0, "en", "x")))
                .forEach(one -> records.add(random.nextInt(records.size()), one));
        IntStream.range(0, 10).forEach(number -> records.add(random.nextInt(50), good(unwritable(number))));
        Set<String> bad = ConcurrentHashMap.newKeySet();
        publish(records, (number, place) -> {
            ProducerRecord<String, byte[]> record = records.get(number);
            boolean isDeadLetter = record.value() != null
                    && (!InquiryId.isOne(record.key()) || record.key().startsWith(UNWRITABLE));
            if (isDeadLetter) {
                bad.add(place);
            }
        });
        assertThat(bad).as("Kafka took them").hasSizeGreaterThan(BAD / 3);
        return bad;
    }

    /** @param taken hears of each that Kafka took: its number and its place */
    private void publish(List<ProducerRecord<String, byte[]>> records, BiConsumer<Integer, String> taken) {
        Map<String, Object> properties = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker.getBrokersAsString(),
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "gzip",
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                10_000_000,
                ProducerConfig.BATCH_SIZE_CONFIG,
                1);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent =
                    records.stream().map(producer::send).toList();
            for (int number = 0; number < sent.size(); number++) {
                int one = number;
                placeOf(sent.get(number)).ifPresent(place -> taken.accept(one, place));
            }
        }
    }

    /** Empty for what Kafka refused. */
    private static Optional<String> placeOf(Future<RecordMetadata> sent) {
        try {
            RecordMetadata place = sent.get(1, TimeUnit.MINUTES);
            return Optional.of(place.partition() + "-" + place.offset());
        } catch (ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private ProducerRecord<String, byte[]> bad(int number) {
        String key = "bad-" + number;
        return switch (random.nextInt(12)) {
            case 0 -> with(record(key, bytes(10)), Replays.OF, null);
            case 1 -> with(record(id(number), null), Erasures.BY, null);
            case 2 -> with(record(id(number), null), Erasures.BY, "x".repeat(65 + random.nextInt(4000)));
            case 3 -> with(record(id(number), null), Erasures.BY, "a\u0000b\r\nc");
            case 4 -> with(record(id(number), null), Erasures.LETTERS, "0-1,".repeat(random.nextInt(25_000)));
            case 5 -> ours(record(key, new byte[1_000_000 + random.nextInt(2_500_000)]));
            case 6 -> ours(record(key, bytes(130_000 + random.nextInt(1_000))));
            case 7 -> ours(record(key, "a.b.c.d.e".getBytes(UTF_8)));
            case 8 -> with(with(ours(record(key, bytes(100))), "traceparent", null), "ce_id", "x".repeat(50_000));
            case 9 ->
                with(record("k".repeat(random.nextInt(5_000)), bytes(50)), Replays.OF, "999999999-999999999999999999");
            case 10 -> with(record(key, new byte[0]), "content-type", null);
            default -> with(with(record(key, bytes(30)), "ce_type", null), Replays.OF, "9".repeat(3_000));
        };
    }

    /** Nobody of ours would seal such a one: its mails cannot be written. */
    private static InquiryReceived unwritable(int number) {
        return new InquiryReceived(
                new InquiryId(UNWRITABLE + number),
                number % 2 == 0 ? Instant.MAX : Instant.MIN,
                InquiryKind.CONTACT,
                null,
                Region.NECK,
                new Person("Can\u0000ary\r\n", "no address\u0000", "tel", ContactChannel.EMAIL, "x\u0000-"),
                "Can\u0000ary",
                null,
                new Consent(true, "2026-11-22", "x"),
                List.of(),
                List.of());
    }

    private void oddRows() {
        for (int number = 0; number < 60; number++) {
            String kind = pick("inquiry", "riddle", "dead-letter", "digest");
            String audience = pick("clinic", "patient", "notice");
            jdbc.sql(
                            """
                            insert into delivery (subject_kind, subject_id, audience, recipient_index, state, reason,
                                attempts, unknowns, message_id, topic_partition, topic_offset, owed_since, next_attempt_at)
                            values (?, ?, ?, 1, ?, ?, 1, 0, 'x', ?, ?, timestamp '2020-01-01 00:00:00',
                                timestamp '2020-01-01 00:00:00')
                            """)
                    .params(
                            kind,
                            pick("nonsense-" + number, "%026d".formatted(700_000 + number), "9-9" + number),
                            audience,
                            pick("owed", "deferred", "bounced", "attempting"),
                            pick("reconciled", "some-newer-reason"),
                            pick(0, 3, 99),
                            pick(0L, 5L, 1_000_000L))
                    .update();
        }
    }

    @SafeVarargs
    private <T> T pick(T... from) {
        return from[random.nextInt(from.length)];
    }

    private ProducerRecord<String, byte[]> good(InquiryReceived inquiry) {
        ProducerRecord<String, byte[]> record = sealed(sealer, inquiry);
        return random.nextInt(10) == 0 ? with(record, "traceparent", pick(null, "x".repeat(2_000))) : record;
    }

    private static ProducerRecord<String, byte[]> sealed(InquirySealer sealer, InquiryReceived inquiry) {
        SealedInquiry sealed = sealer.seal(inquiry);
        ProducerRecord<String, byte[]> record = record(sealed.id().value(), sealed.value());
        sealed.headers().forEach((name, value) -> with(record, name, value));
        return record;
    }

    private static ProducerRecord<String, byte[]> ours(ProducerRecord<String, byte[]> record) {
        with(record, "ce_type", "org.foramen.inquiry.received.v1");
        return with(record, "content-type", "application/jose");
    }

    private static ProducerRecord<String, byte[]> record(String key, byte[] value) {
        return new ProducerRecord<>(Topics.INQUIRIES, 0, key, value);
    }

    private static ProducerRecord<String, byte[]> with(
            ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value == null ? null : value.getBytes(UTF_8));
        return record;
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String id(int number) {
        return "%026d".formatted(800_000 + number);
    }

    private Set<String> setAside() {
        return jdbc.sql("select subject_id from delivery where subject_kind = 'dead-letter'")
                .query(String.class)
                .set();
    }

    private static Set<String> receivedIds() {
        return received().map(RunningNotifier::messageId).collect(Collectors.toSet());
    }

    private long stillDue() {
        return jdbc.sql("select count(*) from delivery where ended_at is null and next_attempt_at < ?")
                .param(OffsetDateTime.now().minusMinutes(1))
                .query(Long.class)
                .single();
    }
}
