package org.foramen.notifier.inbox;

import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;

/** The readers of the topic, seen from outside. */
@Component
public class MailReaders {

    private final KafkaListenerEndpointRegistry containers;

    MailReaders(KafkaListenerEndpointRegistry containers) {
        this.containers = containers;
    }

    /** True while the breaker holds one back, mostly because the mail server is away. */
    public boolean paused() {
        return containers.getListenerContainers().stream().anyMatch(MessageListenerContainer::isPauseRequested);
    }
}
