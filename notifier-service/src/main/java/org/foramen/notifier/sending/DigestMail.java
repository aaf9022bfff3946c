package org.foramen.notifier.sending;

import java.time.Instant;
import org.foramen.notifier.message.Mail;

/** Composes the daily digest; whoever counts the deliveries can. */
public interface DigestMail {

    /** @param owner the digest's name in the ledger */
    Mail write(String owner, Instant owedSince);
}
