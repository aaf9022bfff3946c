package org.foramen.notifier.topic;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.foramen.base.TopicSettings;
import org.foramen.contract.wire.Topics;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.topic.InquiryReader.KafkaAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Creates the topics as soon as a broker answers, whoever starts first, and says where existing ones differ from the design. */
@Component
class TopicInitializer {

    private static final Logger log = LoggerFactory.getLogger(TopicInitializer.class);

    private final KafkaAdmin admin;
    private final InquiryTopic topic;
    private final TopicSettings wanted;
    private final AtomicBoolean seen = new AtomicBoolean();

    TopicInitializer(KafkaAdmin admin, InquiryTopic topic, NotifierSettings settings) {
        this.admin = admin;
        this.topic = topic;
        this.wanted = settings.topic();
    }

    @Scheduled(fixedDelay = 5_000)
    void see() {
        if (seen.get()) {
            return;
        }
        try {
            if (admin.initialize()) {
                sayDifferences(topic.config());
                seen.set(true);
            }
        } catch (KafkaAway | IllegalStateException e) { // the second is how KafkaAdmin says it after the start
            log.debug("no broker answers yet");
        }
    }

    private void sayDifferences(Config found) {
        for (Map.Entry<String, String> setting :
                Topics.settings(wanted.retention()).entrySet()) {
            ConfigEntry entry = found.get(setting.getKey());
            if (entry != null && !setting.getValue().equals(entry.value())) {
                log.warn(
                        "Topic {} has {}={}, the design says {}",
                        topic.name(),
                        setting.getKey(),
                        entry.value(),
                        setting.getValue());
            }
        }
    }
}
