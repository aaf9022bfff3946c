package org.foramen.notifier.bounce;

import org.foramen.contract.name.WireName;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.smtp.verdict.Reply;
import org.jspecify.annotations.Nullable;

/**
 * What a mail in the bounce mailbox says.
 *
 * @param about which of our mails, by a token that we signed; null when it names none
 * @param reply the codes of the server that did not take it
 */
record Bounce(Kind kind, @Nullable DeliveryKey about, Reply reply) {

    static Bounce of(Kind kind, @Nullable DeliveryKey about) {
        return new Bounce(kind, about, Reply.NONE);
    }

    /** What such a mail can say. */
    enum Kind implements WireName {
        /** Our mail will not be delivered. */
        FAILED,
        /** It is not delivered yet. */
        DELAYED,
        /** It was delivered, or passed on to where no reports are made. */
        DELIVERED,
        /** A machine answers for a person who is away, or confirms something. */
        AUTO_REPLY,
        /** The person, or their provider, takes our mail for unwanted. */
        COMPLAINT,
        /** It is no report, or one that cannot be read, or about no mail of ours. */
        UNKNOWN
    }
}
