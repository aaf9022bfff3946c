package org.foramen.notifier.reconciliation;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.wire.UnreadableInquiry;
import org.foramen.notifier.answering.ResponseDecider;
import org.foramen.notifier.cases.CaseOpener;
import org.foramen.notifier.cases.action.CaseErasure;
import org.foramen.notifier.consent.ConsentLog;
import org.foramen.notifier.message.Response;
import org.foramen.notifier.topic.InquiryReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens the cases of inquiries that have none: those of the day before there were cases, or after a fault of ours; and notes
 * the consents that were given before consents were kept.
 */
@Component
class MissingCases {

    private static final Logger log = LoggerFactory.getLogger(MissingCases.class);

    private final CaseOpener cases;
    private final CaseErasure erasure;
    private final ConsentLog consents;
    private final InquiryReader reader;
    private final ResponseDecider responses;
    private final Clock clock;
    private final TransactionTemplate transaction;

    MissingCases(
            CaseOpener cases,
            CaseErasure erasure,
            ConsentLog consents,
            InquiryReader reader,
            ResponseDecider responses,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.cases = cases;
        this.erasure = erasure;
        this.consents = consents;
        this.reader = reader;
        this.responses = responses;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Opens those that are missing among these records of inquiries, and says how many. */
    int open(Collection<ConsumerRecord<String, byte[]>> records) {
        Map<InquiryId, ConsumerRecord<String, byte[]>> missing = new HashMap<>();
        records.forEach(record -> missing.put(new InquiryId(record.key()), record));
        noteConsents(missing);
        cases.known(missing.keySet()).forEach(missing::remove);
        Map<Boolean, Long> opened =
                missing.values().stream().collect(Collectors.partitioningBy(this::open, Collectors.counting()));
        return Math.toIntExact(opened.getOrDefault(true, 0L));
    }

    /** Clears the cases of inquiries that were erased, so that none is opened of a record that Kafka has not dropped yet. */
    void erase(Collection<InquiryId> inquiries) {
        inquiries.forEach(inquiry -> erasure.erase(inquiry, clock.instant()));
    }

    /** Of those that came before consents were kept, and so at each start for as long as Kafka has them. */
    private void noteConsents(Map<InquiryId, ConsumerRecord<String, byte[]>> records) {
        long since = consents.notedSince().toEpochMilli();
        List<InquiryId> old = records.keySet().stream()
                .filter(inquiry -> requireNonNull(records.get(inquiry)).timestamp() < since)
                .toList();
        for (InquiryId inquiry : consents.missingOf(old)) {
            try {
                cases.noteConsent(reader.read(requireNonNull(records.get(inquiry))), clock.instant());
            } catch (UnreadableInquiry e) {
                log.debug("Inquiry {} cannot be read: its consent is not known", inquiry);
            }
        }
    }

    private boolean open(ConsumerRecord<String, byte[]> record) {
        try {
            InquiryReceived inquiry = reader.read(record);
            Response answer = responses.plan(inquiry).answer();
            transaction.executeWithoutResult(status -> cases.open(inquiry, answer, clock.instant()));
            log.warn("Inquiry {} had no case; it has one now", inquiry.id());
            return true;
        } catch (UnreadableInquiry e) {
            return false; // a dead letter, which is told of
        } catch (DataIntegrityViolationException e) { // it stays missing, and is named; the others are opened
            log.error("Inquiry {} has no case, and none can be noted", record.key());
            return false;
        }
    }
}
