package org.foramen.notifier.ledger;

import org.foramen.content.ClinicContent;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.message.Mail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names mails: every try of one delivery is the same message to whoever sorts mail. */
@Component
public class MessageIds {

    private final String domain;

    MessageIds(ClinicContent content) {
        String from = content.clinic().from();
        this.domain = from.substring(from.indexOf('@') + 1);
    }

    /** The Message-ID of RFC 5322, with its angle brackets. */
    public String of(DeliveryKey key) {
        return "<%s.%s@%s>".formatted(key.subject().wireName(), key.recipient().wireName(), domain);
    }

    /** The Message-ID of the mail that another belongs below; null when it stands alone. */
    public @Nullable String threadOf(Mail mail) {
        return mail.follows() == null ? null : of(new DeliveryKey(mail.follows(), Audience.CLINIC));
    }
}
