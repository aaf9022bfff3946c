package org.foramen.notifier.consumer.mark;

import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.cases.action.CaseErasure;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.ledger.OperatorActions;
import org.foramen.notifier.topic.InquiryTopic;
import org.foramen.notifier.topic.records.HeaderText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Follows a tombstone: an inquiry that Kafka is told to forget gets no more mail, and the ledger notes who wished it. */
@Component
public class Erasures {

    /** The tombstone's header that says who wished it. */
    public static final String BY = "foramen-erased-by";

    /** The tombstone's header with the places of the inquiry's dead letters, with commas between them. */
    public static final String LETTERS = "foramen-erased-letters";

    /** A list of some thousand places. */
    private static final int LONGEST_LIST = 20_000;

    private static final Logger log = LoggerFactory.getLogger(Erasures.class);

    private final OperatorActions actions;
    private final CaseErasure cases;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Erasures(OperatorActions actions, CaseErasure cases, Clock clock, PlatformTransactionManager transactions) {
        this.actions = actions;
        this.cases = cases;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    public void on(ConsumerRecord<String, ?> tombstone) {
        String key = tombstone.key();
        if (key == null || !InquiryId.isOne(key)) {
            return; // none of ours: a dead letter's, or a stranger's
        }
        InquiryId inquiry = new InquiryId(key);
        Instant now = clock.instant();
        String by = HeaderText.of(tombstone, BY).orElse("unknown");
        transaction.executeWithoutResult(status -> cases.erase(inquiry, now));
        actions.erase(inquiry, InquiryTopic.positionOf(tombstone), by, now);
        String letters = HeaderText.of(tombstone, LETTERS, LONGEST_LIST).orElse("");
        Stream.of(letters.split(","))
                .filter(Position::isPlace)
                .forEach(place -> actions.settle("erase", place, by, now));
        log.info("Inquiry {} erased", inquiry);
    }
}
