package org.foramen.notifier.operations;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.foramen.contract.wire.InquiryJson;
import org.foramen.contract.wire.UnreadableInquiry;
import org.foramen.notifier.topic.InquiryReader;
import org.foramen.notifier.topic.TopicScan;
import org.springframework.stereotype.Component;

/** What is kept about one inquiry, for the person who asks for their data: the opened event as JSON. */
@Component
public class ExportInquiry {

    private final TopicScan archive;
    private final InquiryReader reader;

    ExportInquiry(TopicScan archive, InquiryReader reader) {
        this.archive = archive;
        this.reader = reader;
    }

    /**
     * One line of JSON for each record that it stands in; none when nothing is kept.
     *
     * @param name its id or its reference
     */
    public List<String> export(String name) {
        return archive.find(name).stream()
                .map(record -> json(record))
                .distinct()
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
