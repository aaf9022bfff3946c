package org.foramen.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.foramen.system.stack.Stack;
import tools.jackson.databind.json.JsonMapper;

/** What others were told of inquiries, as an outsider reads it from the topic: a repeat is known by its id. */
final class ToldOutcomes {

    private static final Pattern OF_INQUIRY = Pattern.compile("[0-9A-Z]{26}/.*");

    private ToldOutcomes() {}

    /** Returns when each mail that arrived is told, as {@code inquiry/audience}. */
    static void awaitEachMail(Stack stack) {
        Set<String> mails = stack.mail().mails().stream()
                .map(mail -> mail.messageId().split("[<.@]"))
                .map(name -> name[1] + "/" + name[2])
                .filter(OF_INQUIRY.asMatchPredicate())
                .collect(Collectors.toSet());
        await("each mail is told").atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            Set<String> untold = new TreeSet<>(mails);
            untold.removeAll(mailed(stack)); // of 40,000 the list comparison of an assertion takes minutes
            assertThat(untold).isEmpty();
        });
    }

    /** Nothing is told but what is in the ledger, and all of it; whoever is mailed was accepted before. */
    static void assertThatTheyAreInTheLedger(Map<String, String> deliveries, Set<String> cases, Stack stack) {
        assertThat(mailed(stack))
                .isEqualTo(deliveries.entrySet().stream()
                        .filter(one -> one.getValue().equals("sent"))
                        .map(Map.Entry::getKey)
                        .filter(OF_INQUIRY.asMatchPredicate())
                        .collect(Collectors.toCollection(TreeSet::new)));
        Map<String, String> first = new TreeMap<>();
        inOrder(stack).values().forEach(record -> first.putIfAbsent(record.key(), type(record)));
        assertThat(first.keySet()).isEqualTo(new TreeSet<>(cases));
        assertThat(first.values()).containsOnly("org.foramen.inquiry.accepted.v1");
    }

    private static Set<String> mailed(Stack stack) {
        return inOrder(stack).values().stream()
                .filter(record -> type(record).equals("org.foramen.inquiry.mailed.v1"))
                .map(record -> record.key() + "/"
                        + JsonMapper.shared()
                                .readTree(record.value())
                                .path("mail")
                                .asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, ConsumerRecord<String, byte[]>> inOrder(Stack stack) {
        Map<String, ConsumerRecord<String, byte[]>> told = new LinkedHashMap<>();
        stack.outcomes().records().forEach(record -> told.putIfAbsent(header(record, "ce_id"), record));
        return told;
    }

    private static String type(ConsumerRecord<String, byte[]> record) {
        return header(record, "ce_type");
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
