package org.foramen.notifier.operations;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.foramen.contract.wire.InquiryJson;
import org.foramen.contract.wire.UnreadableInquiry;
import org.foramen.notifier.consent.ConsentLog;
import org.foramen.notifier.topic.InquiryName;
import org.foramen.notifier.topic.InquiryReader;
import org.foramen.notifier.topic.TopicScan;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is kept about one inquiry, for the person who asks for their data, as JSON: the opened event, and the consent to e-mail. */
@Component
public class ExportInquiry {

    private final TopicScan archive;
    private final InquiryReader reader;
    private final ConsentLog consents;

    ExportInquiry(TopicScan archive, InquiryReader reader, ConsentLog consents) {
        this.archive = archive;
        this.reader = reader;
        this.consents = consents;
    }

    /**
     * One line of JSON for each record that it stands in; none when nothing is kept.
     *
     * @param name its id or its reference
     * @throws IllegalArgumentException when nothing can be called so
     */
    public List<String> export(String name) {
        return archive.find(InquiryName.of(name)).stream()
                .map(record -> json(record))
                .distinct()
                .toList();
    }

    /**
     * One line of JSON for each consent of the inquiries that are called so, which outlives them.
     *
     * @throws DataAccessException when there is no ledger to ask
     */
    public List<String> consents(String name) {
        String start = InquiryName.of(name).start();
        return start.isEmpty()
                ? List.of()
                : consents.beginning(start).stream()
                        .map(consent -> "{\"consent\":" + JsonMapper.shared().writeValueAsString(consent) + "}")
                        .toList();
    }

    private String json(ConsumerRecord<String, byte[]> record) {
        try {
            return new String(InquiryJson.write(reader.read(record)), StandardCharsets.UTF_8);
        } catch (UnreadableInquiry e) {
            return "{\"unreadable\":\"%s\"}".formatted(e.reason().code());
        }
    }
}
