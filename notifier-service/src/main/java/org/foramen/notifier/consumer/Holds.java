package org.foramen.notifier.consumer;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.ledger.AuditLog;
import org.foramen.notifier.topic.HoldMark;
import org.springframework.stereotype.Component;

/** Notes in the audit that an inquiry is held for a legal matter, or no longer, and who wished it. */
@Component
public class Holds {

    public static final String HELD = "hold";
    public static final String LIFTED = "lift-hold";

    private final AuditLog audit;

    Holds(AuditLog audit) {
        this.audit = audit;
    }

    public void on(ConsumerRecord<String, ?> record) {
        String key = record.key();
        if (key != null && InquiryId.isOne(key)) {
            HoldMark.of(record)
                    .ifPresent(mark -> audit.noteOnceAt(mark.held() ? HELD : LIFTED, key, mark.by(), mark.at()));
        }
    }
}
