package org.foramen.notifier.consumer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;

/** The readers of the topic, seen from outside. */
@Component
public class ConsumerContainers {

    private final KafkaListenerEndpointRegistry containers;

    ConsumerContainers(KafkaListenerEndpointRegistry containers, MeterRegistry metrics) {
        this.containers = containers;
        Gauge.builder("foramen.breaker.open", () -> paused() ? 1 : 0)
                .description("1 while a reader is held back, mostly because the mail server is away")
                .register(metrics);
    }

    /** True while the breaker holds one back, mostly because the mail server is away. */
    public boolean paused() {
        return containers.getListenerContainers().stream().anyMatch(MessageListenerContainer::isPauseRequested);
    }
}
