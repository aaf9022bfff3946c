package org.foramen.notifier.operations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.wire.UnreadableInquiry;
import org.foramen.notifier.cases.RepeatedForms;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.ledger.AuditLog;
import org.foramen.notifier.ledger.DeliverySearch;
import org.foramen.notifier.topic.KeptInquiries;
import org.springframework.stereotype.Component;

/** Shows somebody what a person asked; the audit notes it before anything is read. */
@Component
public class OpenInquiry {

    private final DeliverySearch search;
    private final KeptInquiries inquiries;
    private final RepeatedForms repeats;
    private final AuditLog audit;

    OpenInquiry(DeliverySearch search, KeptInquiries inquiries, RepeatedForms repeats, AuditLog audit) {
        this.search = search;
        this.inquiries = inquiries;
        this.repeats = repeats;
        this.audit = audit;
    }

    /** Empty when it is not kept any more, or cannot be read. */
    public Optional<InquiryReceived> open(InquiryId id, String by) {
        audit.note("open", id.value(), by, Instant.now());
        try {
            return read(id);
        } catch (UnreadableInquiry e) {
            return Optional.empty();
        }
    }

    /**
     * Empty when it is not kept any more; of what was erased the bytes may lie in Kafka for a day.
     *
     * @throws UnreadableInquiry when it cannot be opened
     */
    Optional<InquiryReceived> read(InquiryId id) {
        List<Delivery> mails = search.about(new Subject.Inquiry(id));
        if (mails.stream().anyMatch(mail -> mail.reason() == Reason.ERASED)) {
            return Optional.empty();
        }
        return mails.stream()
                .findFirst()
                .map(mail -> inquiries.of(id, mail.position()))
                .orElseGet(() -> inquiries.anywhere(id))
                .map(KeptInquiries.Kept::inquiry)
                .map(repeats::marked);
    }
}
