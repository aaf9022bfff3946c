package org.foramen.notifier.sending;

import java.time.Instant;
import java.time.LocalDate;
import org.foramen.notifier.message.Mail;

/** Composes a day's digest when it is due; whoever counts the deliveries does it. */
public interface DigestMail {

    Mail write(LocalDate day, Instant owedSince);
}
