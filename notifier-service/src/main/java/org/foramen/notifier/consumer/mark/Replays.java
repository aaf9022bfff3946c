package org.foramen.notifier.consumer.mark;

import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.ledger.OperatorActions;
import org.foramen.notifier.topic.records.HeaderText;
import org.springframework.stereotype.Component;

/** Notes in the audit that a dead letter came back, whoever replayed it: what it is now stands under its new place. */
@Component
public class Replays {

    /** The header that says which dead letter a record was. */
    public static final String OF = "foramen-replay-of";

    private final OperatorActions actions;
    private final Clock clock;

    Replays(OperatorActions actions, Clock clock) {
        this.actions = actions;
        this.clock = clock;
    }

    public void on(ConsumerRecord<String, ?> record) {
        HeaderText.of(record, OF)
                .filter(Position::isPlace)
                .ifPresent(place -> actions.settle("replay", place, "command", clock.instant()));
    }
}
