package org.foramen.intake.publish;

import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.foramen.base.InquiryTopics;
import org.foramen.intake.settings.IntakeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Has the topics made while the rest of the intake starts, for most of that is waiting. The web server opens afterwards: a
 * broker would make a topic as it sees fit of what was sent to one that is not there.
 */
@Component
class TopicsAtStart implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TopicsAtStart.class);

    /** Long enough for a broker at work; what takes longer must not keep visitors out, for the spool takes them in. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Duration patience;
    private final Thread making;
    private volatile boolean running;

    @Autowired
    TopicsAtStart(KafkaAdmin admin, IntakeSettings settings) {
        this(admin, InquiryTopics.of(settings.topic()), PATIENCE);
    }

    TopicsAtStart(KafkaAdmin admin, NewTopic[] topics, Duration patience) {
        this.patience = patience;
        making = new Thread(() -> make(admin, topics), "topics");
        making.setDaemon(true);
        making.start();
    }

    private static void make(KafkaAdmin admin, NewTopic[] topics) {
        try {
            admin.createOrModifyTopics(topics);
        } catch (RuntimeException e) { // the spool has them made, once it holds something and a broker answers
            log.warn(
                    "Kafka's topics could not be made or looked at yet: {}",
                    NestedExceptionUtils.getMostSpecificCause(e).getClass().getSimpleName());
        }
    }

    @Override
    public void start() {
        try {
            making.join(patience.toMillis()); // Kafka's client may hang for good when it is to close
            if (making.isAlive()) {
                log.warn("Kafka's topics could not be made or looked at in {} s", patience.toSeconds());
            }
            running = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server opens. */
    @Override
    public int getPhase() {
        return 0;
    }
}
