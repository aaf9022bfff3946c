package org.foramen.notifier.topic;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.sealing.InquiryOpener;
import org.foramen.notifier.Settings;
import org.foramen.notifier.delivery.Position;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/** Inquiries that are kept in memory, for tests of whoever reads them again. */
public final class KeptHere extends InquiryReader {

    private final Map<InquiryId, InquiryReceived> kept = new HashMap<>();
    private boolean away;

    public KeptHere(InquiryOpener opener) {
        super(opener, new RecordLookup(new DefaultKafkaConsumerFactory<>(Map.of()), Settings.defaults()));
    }

    public void keep(InquiryReceived inquiry) {
        kept.put(inquiry.id(), inquiry);
    }

    public void goAway(boolean isAway) {
        away = isAway;
    }

    @Override
    public Optional<Traced> readAgain(InquiryId id, Position position) {
        if (away) {
            throw new KafkaAway();
        }
        return Optional.ofNullable(kept.get(id)).map(inquiry -> new Traced(inquiry, null, position));
    }
}
