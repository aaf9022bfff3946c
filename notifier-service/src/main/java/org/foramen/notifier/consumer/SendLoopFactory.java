package org.foramen.notifier.consumer;

import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.foramen.notifier.ledger.DueDeliveries;
import org.foramen.notifier.sending.CircuitBreaker;
import org.foramen.notifier.sending.Deliveries;
import org.foramen.notifier.sending.MailWorker;
import org.foramen.notifier.settings.NotifierSettings;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** Makes the loop of a group, with a Kafka consumer of its own. */
@Component
class SendLoopFactory {

    /**
     * So long a broker holds an answer back while nothing is new; what is new ends the wait. An idle group asks less often, and
     * one that stops, or gets a partition from another, waits no longer than this.
     */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    /** A group's heartbeat looks that often whether it is time to beat, and what failed is asked again after it; Kafka has 100 ms. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final ConsumerFactory<String, byte[]> consumers;
    private final DueDeliveries due;
    private final Deliveries deliveries;
    private final MailWorker worker;
    private final NotifierSettings settings;
    private final Clock clock;

    SendLoopFactory(
            ConsumerFactory<String, byte[]> consumers,
            DueDeliveries due,
            Deliveries deliveries,
            MailWorker worker,
            NotifierSettings settings,
            Clock clock) {
        this.consumers = consumers;
        this.due = due;
        this.deliveries = deliveries;
        this.worker = worker;
        this.settings = settings;
        this.clock = clock;
    }

    CircuitBreaker breaker(Group group) {
        return new CircuitBreaker(group.name(), settings.retry());
    }

    /** @throws org.apache.kafka.common.KafkaException when no broker's name is known */
    SendLoop loop(Group group, ExecutorService pool, CircuitBreaker breaker) {
        TopicReader topic =
                new TopicReader(consumers.createConsumer(group.name(), null, null, patient()), group.lost());
        topic.subscribe(settings.topic().name());
        NextTasks next = new NextTasks(group, topic, due, breaker, clock);
        return new SendLoop(topic, next, deliveries, worker::attempt, pool, breaker, clock);
    }

    private static Properties patient() {
        Properties patient = new Properties();
        patient.setProperty(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, String.valueOf(LONGEST_WAIT.toMillis()));
        patient.setProperty(ConsumerConfig.RETRY_BACKOFF_MS_CONFIG, String.valueOf(BETWEEN_LOOKS.toMillis()));
        return patient;
    }
}
