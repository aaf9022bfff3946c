package org.foramen.base;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.foramen.contract.wire.Topics;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

/** The topics that both services create, whichever starts first, when they are not there. */
public final class InquiryTopics {

    private InquiryTopics() {}

    /** The topic of inquiries and the one of its dead letters, as a bean that Spring's {@code KafkaAdmin} acts on. */
    public static NewTopics bean(TopicSettings topic) {
        return new NewTopics(of(topic));
    }

    /** The topic of inquiries and the one of its dead letters. */
    public static NewTopic[] of(TopicSettings topic) {
        Map<String, String> config = Topics.settings(topic.retention());
        String deadLetters = Topics.deadLettersOf(topic.name());
        return new NewTopic[] {
            new NewTopic(topic.name(), topic.partitions(), topic.replicas()).configs(config),
            new NewTopic(deadLetters, topic.partitions(), topic.replicas()).configs(config)
        };
    }
}
