package org.foramen.notifier.topic;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.foramen.base.TopicSettings;
import org.foramen.base.time.AskedTask;
import org.foramen.contract.wire.Topics;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.topic.InquiryReader.KafkaAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Creates the topics as soon as a broker answers, whoever starts first, and says where existing ones differ from the design. */
@Component
class TopicInitializer {

    private static final Logger log = LoggerFactory.getLogger(TopicInitializer.class);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final KafkaAdmin admin;
    private final InquiryTopic topic;
    private final TopicSettings wanted;
    private final AskedTask again;

    TopicInitializer(KafkaAdmin admin, InquiryTopic topic, NotifierSettings settings, TaskScheduler scheduler) {
        this.admin = admin;
        this.topic = topic;
        this.wanted = settings.topic();
        this.again = new AskedTask(this::see, AGAIN, scheduler);
    }

    /** Once, at the start, and again until a broker answers. */
    @Scheduled(initialDelay = 0)
    void see() {
        boolean seen = false;
        try {
            if (admin.initialize()) {
                sayDifferences(topic.config());
                seen = true;
            }
        } catch (KafkaAway | IllegalStateException e) { // the second is how KafkaAdmin says it after the start
            log.debug("no broker answers yet");
        } finally {
            if (!seen) {
                again.ask();
            }
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
