package org.foramen.intake.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.foramen.content.MovedClock;
import org.foramen.contract.InquiryId;
import org.foramen.contract.sealing.SealedInquiry;
import org.foramen.intake.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.ProducerListener;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Whatever stands in the spool beside them, good inquiries get to Kafka, each once. */
class SpoolRelayTests {

    @TempDir
    Path folder;

    private final Broker broker = new Broker();
    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-29T10:00:00Z"));
    private final Later later = new Later();
    private Spool spool;
    private SpoolRelay relay;

    @BeforeEach
    void open() throws Exception {
        spool = new Spool(folder, 1_000_000, 0);
        ProducerFactory<String, byte[]> producers = () -> broker;
        KafkaTemplate<String, byte[]> template = new KafkaTemplate<>(producers);
        template.setProducerListener(new ProducerListener<>() {}); // as in Publishing
        KafkaSender sender = new KafkaSender(template, new KafkaAdmin(Map.of()), Settings.intake(folder)) {
            @Override
            boolean isThere() {
                return true;
            }
        };
        relay = new SpoolRelay(spool, sender, clock, Settings.intake(folder), later);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "{\"id\":\"0\"}", "<html>"})
    void aFileThatIsNoInquiryHoldsNothingUp(String content) throws Exception {
        add(1, 2, 3);
        Files.writeString(spool.waiting().get(0), content);

        relay.drain();

        assertThat(broker.keys()).containsExactly(id(2).value(), id(3).value());
        assertThat(spool.isEmpty()).isTrue();
        assertThat(spool.unreadable()).isEqualTo(1);
    }

    @Test
    void aFileThatTheDiskDoesNotGiveBackHoldsNothingUp() throws Exception {
        add(1, 2);
        Path first = spool.waiting().get(0);
        Files.delete(first);
        Files.createDirectory(first);

        relay.drain();

        assertThat(broker.keys()).containsExactly(id(2).value());
        assertThat(spool.isEmpty()).isTrue();
    }

    /** Of another intake whose disk was saved, or of one that a person looked at and mended. */
    @Test
    void whatAPersonPutsIntoTheFolderIsCarriedTooAndTheCountStaysTrue() throws Exception {
        Spool another = new Spool(folder, 1_000_000, 0);
        another.add(inquiry(1));

        relay.drain();

        assertThat(broker.keys()).containsExactly(id(1).value());
        assertThat(spool.inquiries()).isZero();
        add(2);
        relay.drain();
        assertThat(broker.keys()).containsExactly(id(1).value(), id(2).value());
        assertThat(spool.isEmpty()).isTrue();
        assertThat(spool.bytes()).isZero();
    }

    @Test
    void whatAPersonTookAwayIsNotWaitedFor() throws Exception {
        add(1, 2);
        Files.delete(spool.waiting().get(0));

        relay.drain();

        assertThat(broker.keys()).containsExactly(id(2).value());
        assertThat(spool.isEmpty()).isTrue();
        assertThat(spool.bytes()).isZero();
    }

    @Test
    void aFileWithANameOfItsOwnIsSetAsideAndNotWaitedForUntilARestart() throws Exception {
        Files.writeString(folder.resolve("x.inquiry"), "{}");

        relay.drain();

        assertThat(spool.unreadable()).isEqualTo(1);
        assertThat(spool.isEmpty()).isTrue();
    }

    @Test
    void whatWaitsIsLookedAtAgainAndAgainAndAnEmptySpoolIsNot() throws Exception {
        add(1);
        broker.refuse(id(1), new TimeoutException("not now"));
        relay.ask();
        later.comes();
        assertThat(broker.keys()).isEmpty();

        broker.takeAll();
        clock.move(Duration.ofHours(1));
        later.comes();

        assertThat(broker.keys()).containsExactly(id(1).value());
        assertThat(later.waiting).isEmpty();
    }

    /** A page of exceptions each second would fill the disk of the logs. */
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aFolderThatCannotBeReadIsToldOnceUntilItCan(CapturedOutput log) throws Exception {
        Path elsewhere = folder.resolveSibling(folder.getFileName() + "-elsewhere");
        add(1);
        Files.move(folder, elsewhere);
        relay.run();
        relay.run();
        Files.move(elsewhere, folder);
        relay.run();

        assertThat(broker.keys()).containsExactly(id(1).value());
        assertThat(log.toString().lines().filter(line -> line.contains("cannot be read")))
                .hasSize(1);
    }

    @Test
    void anInquiryThatKafkaWillNeverTakeIsSetAside() throws Exception {
        add(1, 2);
        broker.refuse(id(1), new RecordTooLargeException("too large"));

        relay.drain();

        assertThat(broker.keys()).containsExactly(id(2).value());
        assertThat(spool.unreadable()).isEqualTo(1);
        assertThat(spool.isEmpty()).isTrue();
    }

    @Test
    void anInquiryThatKafkaDoesNotTakeYetWaitsAndTheOthersGoOnce() throws Exception {
        add(1, 2, 3);
        broker.refuse(id(1), new TimeoutException("not now"));

        relay.drain();
        relay.drain();

        assertThat(broker.keys()).containsExactly(id(2).value(), id(3).value());
        assertThat(spool.inquiries()).isEqualTo(1);
        assertThat(spool.unreadable()).isZero();
        assertThat(relay.refused()).isEqualTo(1);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void howeverManyKafkaRefusesTheOthersGoAndTheseAreCountedAndToldOnce(CapturedOutput log) throws Exception {
        int bad = 450;
        add(IntStream.rangeClosed(1, bad + 600).toArray());
        for (int number = 1; number <= bad; number++) {
            broker.refuse(id(number), new InvalidRecordException("no"));
        }

        for (int second = 0; second < 10; second++) {
            relay.drain();
            clock.move(Duration.ofSeconds(1));
        }

        assertThat(broker.keys())
                .containsExactlyElementsOf(IntStream.rangeClosed(bad + 1, bad + 600)
                        .mapToObj(number -> id(number).value())
                        .toList());
        assertThat(relay.refused()).isEqualTo(bad);
        assertThat(spool.inquiries()).isEqualTo(bad);
        assertThat(log.getAll().split("waits behind the others: InvalidRecordException", -1))
                .hasSize(bad + 1);
    }

    @Test
    void whatKafkaRefusedRestsTwiceAsLongEachTimeUpToAMinuteAndGoesWhenItIsTaken() throws Exception {
        add(1);
        broker.refuse(id(1), new InvalidRecordException("no"));

        for (int second = 0; second < 600; second++) {
            relay.drain();
            clock.move(Duration.ofSeconds(1));
        }

        assertThat(broker.refusals)
                .as("after 0, 1, 3, 7, 15, 31 and 63 seconds, then each minute")
                .isEqualTo(15);
        broker.takeAll();
        clock.move(Duration.ofMinutes(1));
        relay.drain();
        assertThat(broker.keys()).containsExactly(id(1).value());
        assertThat(relay.refused()).isZero();
        assertThat(spool.isEmpty()).isTrue();
    }

    @Test
    void aClockThatIsSetBackMakesNothingWaitLonger() throws Exception {
        add(1);
        broker.refuse(id(1), new InvalidRecordException("no"));
        relay.drain();
        broker.takeAll();

        clock.move(Duration.ofDays(-1));
        relay.drain();

        assertThat(broker.keys()).containsExactly(id(1).value());
    }

    @Test
    void whateverADiskOrAPersonMakesOfSomeFilesTheOthersGoOnce() throws Exception {
        long seed = Long.getLong("foramen.seed", 20261128);
        Random random = new Random(seed);
        add(IntStream.rangeClosed(1, 300).toArray());
        List<Path> files = new ArrayList<>(spool.waiting());
        List<String> good = new ArrayList<>();
        for (int number = 1; number <= files.size(); number++) {
            if (random.nextInt(3) == 0) {
                spoil(files.get(number - 1), random);
            } else {
                good.add(id(number).value());
            }
        }

        relay.drain();

        assertThat(broker.keys()).as("seed %d", seed).containsAll(good).doesNotHaveDuplicates();
        assertThat(spool.isEmpty()).as("seed %d", seed).isTrue();
        assertThat(spool.unreadable())
                .isGreaterThanOrEqualTo(files.size() - broker.keys().size());
    }

    private static void spoil(Path file, Random random) throws Exception {
        byte[] content = Files.readAllBytes(file);
        byte[] noise = new byte[random.nextInt(500)];
        random.nextBytes(noise);
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> {
                content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, content);
            }
            case 3 -> Files.write(file, Arrays.copyOf(content, random.nextInt(content.length)));
            case 4 -> Files.write(file, noise);
            case 5 -> Files.writeString(file, "[".repeat(20_000));
            case 6 -> Files.write(file, noise, StandardOpenOption.APPEND);
            default -> {
                Files.delete(file);
                Files.createSymbolicLink(file, Path.of("nowhere"));
            }
        }
    }

    private void add(int... numbers) throws Exception {
        for (int number : numbers) {
            spool.add(inquiry(number));
        }
    }

    private static SealedInquiry inquiry(int number) {
        byte[] value = ("sealed " + number).getBytes(StandardCharsets.US_ASCII);
        return new SealedInquiry(id(number), Map.of("ce_id", id(number).value()), value);
    }

    private static InquiryId id(int number) {
        return new InquiryId("%026d".formatted(number));
    }

    /** What is to be done later is done when the test says so. */
    static final class Later extends ThreadPoolTaskScheduler {

        private final Deque<Runnable> waiting = new ArrayDeque<>();

        @Override
        public ScheduledFuture<?> schedule(Runnable task, Instant when) {
            waiting.add(task);
            return null; // nobody asks what became of it
        }

        void comes() {
            waiting.remove().run();
        }
    }

    /** Takes everything but what it is told to refuse. */
    private static final class Broker extends MockProducer<String, byte[]> {

        private final Map<String, RuntimeException> refused = new HashMap<>();
        private int refusals;

        Broker() {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
        }

        void refuse(InquiryId id, RuntimeException why) {
            refused.put(id.value(), why);
        }

        void takeAll() {
            refused.clear();
        }

        List<String> keys() {
            return history().stream().map(ProducerRecord::key).toList();
        }

        @Override
        public Future<RecordMetadata> send(ProducerRecord<String, byte[]> sent, Callback callback) {
            RuntimeException reason = refused.get(sent.key());
            if (reason == null) {
                return super.send(sent, callback);
            }
            refusals++;
            callback.onCompletion(null, reason);
            return CompletableFuture.failedFuture(reason);
        }

        @Override
        public void close(Duration patience) {
            // the template closes it after each send
        }
    }
}
