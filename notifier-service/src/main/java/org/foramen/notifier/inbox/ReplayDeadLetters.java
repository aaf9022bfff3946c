package org.foramen.notifier.inbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.foramen.contract.Topics;
import org.foramen.notifier.NotifierSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * The command {@code replay}: puts dead letters back on the topic once what kept them from being read is mended. The
 * ledger keeps a replay from mailing anybody twice, so it may be run again.
 */
@ImportAutoConfiguration(KafkaAutoConfiguration.class)
@EnableConfigurationProperties(NotifierSettings.class)
public class ReplayDeadLetters {

    /** Its name on the command line: {@code replay all}, or {@code replay 2-17} for one, by where it stood. */
    public static final String COMMAND = "replay";

    private static final Logger log = LoggerFactory.getLogger(ReplayDeadLetters.class);
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final long PATIENCE_SECONDS = 30;

    private final ConsumerFactory<String, byte[]> consumers;
    private final KafkaTemplate<String, byte[]> kafka;
    private final String topic;

    ReplayDeadLetters(
            ConsumerFactory<String, byte[]> consumers, KafkaTemplate<String, byte[]> kafka, NotifierSettings settings) {
        this.consumers = consumers;
        this.kafka = kafka;
        this.topic = settings.topic().name();
    }

    /** @param args {@code replay}, then {@code all} or a place such as {@code 2-17} */
    public static void run(String[] args) {
        String which = args.length > 1 ? args[1] : "all";
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(ReplayDeadLetters.class)
                .web(WebApplicationType.NONE)
                .run(args)) {
            int replayed = context.getBean(ReplayDeadLetters.class).replay(which);
            log.info("{} dead letters replayed", replayed);
        }
    }

    int replay(String which) {
        int replayed = 0;
        try (Consumer<String, byte[]> consumer = consumers.createConsumer(COMMAND, "")) {
            List<TopicPartition> parts = consumer.partitionsFor(Topics.deadLettersOf(topic)).stream()
                    .map(part -> new TopicPartition(part.topic(), part.partition()))
                    .toList();
            consumer.assign(parts);
            consumer.seekToBeginning(parts);
            Map<TopicPartition, Long> ends = consumer.endOffsets(parts);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> letter : consumer.poll(POLL)) {
                    if (letter.value() != null && (which.equals("all") || which.equals(DeadLetters.placeOf(letter)))) {
                        putBack(letter);
                        replayed++;
                    }
                }
            }
        }
        return replayed;
    }

    private void putBack(ConsumerRecord<String, byte[]> letter) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, letter.key(), letter.value());
        letter.headers().forEach(header -> {
            if (DeadLetters.isOriginal(header)) {
                record.headers().add(header);
            }
        });
        try {
            kafka.send(record).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a dead letter was replayed", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka did not take a dead letter back", e);
        }
    }
}
