package org.foramen.intake.publish;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.foramen.contract.Topics;
import org.foramen.intake.IntakeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

/** The topics, created with the design's settings when they are not there. */
@Configuration(proxyBeanMethods = false)
class InquiryTopics {

    @Bean
    NewTopics topics(IntakeSettings settings) {
        return new NewTopics(of(settings.topic()));
    }

    static NewTopic[] of(IntakeSettings.Topic topic) {
        Map<String, String> config = Topics.settings(topic.retention());
        String deadLetters = Topics.deadLettersOf(topic.name());
        return new NewTopic[] {
            new NewTopic(topic.name(), topic.partitions(), topic.replicas()).configs(config),
            new NewTopic(deadLetters, topic.partitions(), topic.replicas()).configs(config)
        };
    }
}
