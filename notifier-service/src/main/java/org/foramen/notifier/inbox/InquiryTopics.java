package org.foramen.notifier.inbox;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.foramen.contract.Topics;
import org.foramen.notifier.NotifierSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

/** The topics, created with the design's settings when they are not there. */
@Configuration(proxyBeanMethods = false)
class InquiryTopics {

    @Bean
    NewTopics topics(NotifierSettings settings) {
        NotifierSettings.Topic topic = settings.topic();
        Map<String, String> config = Topics.settings(topic.retention());
        String deadLetters = Topics.deadLettersOf(topic.name());
        return new NewTopics(
                new NewTopic(topic.name(), topic.partitions(), topic.replicas()).configs(config),
                new NewTopic(deadLetters, topic.partitions(), topic.replicas()).configs(config));
    }
}
