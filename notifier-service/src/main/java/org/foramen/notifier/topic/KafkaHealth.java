package org.foramen.notifier.topic;

import org.foramen.notifier.topic.InquiryReader.KafkaAway;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.stereotype.Component;

/** Up while a broker answers for the topic. A consumer that stopped by itself makes the process ask to be restarted. */
@Component("kafka")
class KafkaHealth implements HealthIndicator {

    private final InquiryTopic topic;
    private final ApplicationEventPublisher events;

    KafkaHealth(InquiryTopic topic, ApplicationEventPublisher events) {
        this.topic = topic;
        this.events = events;
    }

    @Override
    public Health health() {
        try {
            return Health.up()
                    .withDetail("partitions", topic.partitions().size())
                    .build();
        } catch (KafkaAway e) {
            return Health.down().build();
        }
    }

    @EventListener
    void on(ConsumerStoppedEvent stopped) {
        if (stopped.getReason() != ConsumerStoppedEvent.Reason.NORMAL) {
            AvailabilityChangeEvent.publish(events, stopped, LivenessState.BROKEN);
        }
    }
}
