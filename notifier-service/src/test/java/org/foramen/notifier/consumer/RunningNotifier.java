package org.foramen.notifier.consumer;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.foramen.contract.wire.Topics;
import org.foramen.notifier.SmallBroker;
import org.foramen.notifier.topic.InquiryTopic;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A notifier with a real broker and a real mail server. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}",
            "foramen.content=../content",
            "foramen.retry.poll=200ms"
        })
@SmallBroker
@DirtiesContext
abstract class RunningNotifier {

    @RegisterExtension
    static final GreenMailExtension MAIL_SERVER =
            new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort()).withPerMethodLifecycle(false);

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> MAIL_SERVER.getSmtp().getPort());
    }

    @Autowired
    EmbeddedKafkaBroker broker;

    @Autowired
    InquiryTopic topic;

    @Autowired
    MeterRegistry metrics;

    /** How many records the two groups have not finished with. */
    final long lag() throws Exception {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.getBrokersAsString()))) {
            Map<TopicPartition, ListOffsetsResultInfo> ends =
                    admin.listOffsets(latest(admin)).all().get();
            long lag = 0;
            for (String group : List.of("clinic-mailer", "patient-mailer")) {
                Map<TopicPartition, OffsetAndMetadata> done = admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get();
                for (TopicPartition partition : ends.keySet()) {
                    OffsetAndMetadata read = done.get(partition);
                    lag += ends.get(partition).offset() - (read == null ? 0 : read.offset());
                }
            }
            return lag;
        }
    }

    private static Map<TopicPartition, OffsetSpec> latest(Admin admin) throws Exception {
        return admin
                .describeTopics(List.of(Topics.INQUIRIES))
                .allTopicNames()
                .get()
                .get(Topics.INQUIRIES)
                .partitions()
                .stream()
                .collect(Collectors.toMap(
                        one -> new TopicPartition(Topics.INQUIRIES, one.partition()), one -> OffsetSpec.latest()));
    }

    static Stream<MimeMessage> received() {
        return Stream.of(MAIL_SERVER.getReceivedMessages());
    }

    static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
