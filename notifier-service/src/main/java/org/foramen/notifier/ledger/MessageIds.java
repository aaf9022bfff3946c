package org.foramen.notifier.ledger;

import org.foramen.content.ClinicContent;
import org.foramen.notifier.delivery.DeliveryKey;
import org.springframework.stereotype.Component;

/** Names mails: every try of one delivery is the same message to whoever sorts mail. */
@Component
class MessageIds {

    private final String domain;

    MessageIds(ClinicContent content) {
        String from = content.clinic().from();
        this.domain = from.substring(from.indexOf('@') + 1);
    }

    /** The Message-ID of RFC 5322, with its angle brackets. */
    String of(DeliveryKey key) {
        return "<%s.%s@%s>".formatted(key.subject().wireName(), key.recipient().wireName(), domain);
    }
}
