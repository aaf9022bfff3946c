package org.foramen.notifier.sending;

import java.time.Instant;
import java.time.LocalDate;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.message.Mail;

/** Composes a day's digest when it is due; whoever counts the deliveries does it. */
public interface DigestMail {

    /** @param audience {@code NOTICE} for the front desk, {@code FALLBACK} for the operator */
    Mail write(Audience audience, LocalDate day, Instant owedSince);
}
