package org.foramen.base;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.foramen.contract.wire.Topics;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

/** The topics that the services create when they are not there: those of inquiries whichever starts first. */
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

    /**
     * The topic of outcomes, as a bean like the other.
     *
     * @param name its name; blank: there is none
     * @param like the topic of inquiries, of which it has as many partitions and copies
     */
    public static NewTopics ofOutcomes(String name, TopicSettings like) {
        return name.isBlank()
                ? new NewTopics()
                : new NewTopics(new NewTopic(name, like.partitions(), like.replicas())
                        .configs(Topics.outcomeSettings(like.retention())));
    }
}
