package org.foramen.notifier.bounce;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import org.foramen.notifier.imap.ImapMailbox;
import org.foramen.notifier.ledger.DeliveryTokens;
import org.foramen.notifier.settings.NotifierSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the mails that came back. A report that was understood is deleted, for it names a person; what else lies there is moved
 * to a folder for people to look at.
 */
@Component
class BounceMailbox {

    private static final Logger log = LoggerFactory.getLogger(BounceMailbox.class);

    /** In a round, so that a flood of made-up reports holds up no shutdown. */
    private static final int MOST = 200;

    private static final int BIGGEST = 5_000_000;

    private final String keptIn;
    private final BounceParser parser;
    private final BounceHandler handler;
    private final Clock clock;
    private final MeterRegistry meters;
    private int staying;

    BounceMailbox(
            NotifierSettings settings,
            DeliveryTokens tokens,
            BounceHandler handler,
            Clock clock,
            MeterRegistry meters) {
        this.keptIn = settings.bounces().keptIn();
        this.parser = new BounceParser(tokens);
        this.handler = handler;
        this.clock = clock;
        this.meters = meters;
    }

    /** Reads what lies there now; what has to stay there holds up nothing behind it. */
    void read(ImapMailbox mailbox) throws MessagingException {
        int stay = 0;
        for (Message mail : mailbox.oldest(MOST + staying)) {
            try {
                stay += isDone(mail, mailbox) ? 0 : 1;
            } catch (FolderClosedException | StoreClosedException e) {
                throw e;
            } catch (MessagingException e) { // as of a mailbox that is full, to which nothing can be copied
                stay++;
                log.warn("A mail has to stay in the bounce mailbox: {}", e.getMessage());
            }
        }
        staying = stay;
    }

    private boolean isDone(Message mail, ImapMailbox mailbox) throws MessagingException {
        Bounce bounce = understood(mail);
        return switch (handler.handle(bounce, clock.instant())) {
            case DONE -> {
                mailbox.delete(mail);
                count(bounce.kind());
                yield true;
            }
            case NOT_OURS -> {
                mailbox.move(mail, keptIn);
                count(Bounce.Kind.UNKNOWN);
                log.warn("A mail in the bounce mailbox is no report about a mail of ours; it is kept in '{}'", keptIn);
                yield true;
            }
            case LATER -> {
                log.info("A report is left in the bounce mailbox until the next round");
                yield false;
            }
        };
    }

    /** Anybody can write to the mailbox, whatever they like. */
    private Bounce understood(Message mail) throws MessagingException {
        if (mail.getSize() > BIGGEST) {
            return Bounce.of(Bounce.Kind.UNKNOWN, null);
        }
        try {
            return parser.read(new MimeMessage((MimeMessage) mail));
        } catch (MessagingException | IOException | RuntimeException e) {
            log.warn(
                    "A mail in the bounce mailbox cannot be read: {}",
                    e.getClass().getSimpleName());
            return Bounce.of(Bounce.Kind.UNKNOWN, null);
        }
    }

    private void count(Bounce.Kind kind) {
        meters.counter("foramen.bounces", "kind", kind.wireName()).increment();
    }
}
