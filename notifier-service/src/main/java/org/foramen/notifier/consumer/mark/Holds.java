package org.foramen.notifier.consumer.mark;

import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.ledger.AuditLog;
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

    /** True when the last word of the audit about an inquiry is that it is held. */
    public static boolean isHeld(List<AuditLog.Entry> done) {
        return done.stream()
                .filter(entry -> entry.action().equals(HELD) || entry.action().equals(LIFTED))
                .max(Comparator.comparing(AuditLog.Entry::at))
                .filter(entry -> entry.action().equals(HELD))
                .isPresent();
    }

    public void on(ConsumerRecord<String, ?> record) {
        String key = record.key();
        if (key != null && InquiryId.isOne(key)) {
            HoldMark.of(record)
                    .ifPresent(mark -> audit.noteOnceAt(mark.held() ? HELD : LIFTED, key, mark.by(), mark.at()));
        }
    }
}
