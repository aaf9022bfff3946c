package org.foramen.notifier.checkmail;

import jakarta.mail.MessagingException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.foramen.base.time.Wait;
import org.foramen.notifier.imap.ImapMailbox;
import org.foramen.notifier.imap.ImapServer;
import org.foramen.notifier.imap.MailboxTrouble;

/** Tries a mailbox that the notifier reads, as the notifier does, and says a sentence on each step. */
final class MailboxCheck {

    private static final Duration LOOK = Duration.ofMillis(500);

    private final String name;
    private final ImapServer server;
    private final List<String> others;
    private final PrintStream out;

    /**
     * @param name such as {@code Bounce mailbox}
     * @param others folders that are needed beside the one that is read
     */
    MailboxCheck(String name, ImapServer server, List<String> others, PrintStream out) {
        this.name = name;
        this.server = server;
        this.others = others;
        this.out = out;
    }

    boolean isRead() {
        out.println(name + ": " + server);
        try (ImapMailbox mailbox = server.open()) {
            out.println(CheckMail.tls(mailbox.isEncrypted() ? server.tls() : null));
            out.println("Sign-in: taken, as " + server.user() + ".");
            out.println("Folder '" + server.folder() + "': can be read, mails in it: " + mailbox.count() + ".");
            for (String other : others) {
                mailbox.ensure(other);
                out.println("Folder '" + other + "': is there.");
            }
            return true;
        } catch (MessagingException e) {
            out.println("It cannot be used: " + MailboxTrouble.inWords(server, e) + ".");
            return false;
        }
    }

    /** Waits for a mail that was sent to it, in any of its folders, and takes it out. */
    boolean receives(String address, String messageId, Duration patience) {
        Instant begun = Instant.now();
        Wait end = Wait.of(patience);
        try {
            while (!isTaken(messageId)) {
                if (end.isOver()) {
                    out.println("A mail to " + address + " is not in it after " + patience.toSeconds()
                            + " s: that address does not lead there, or what follows the plus is not understood.");
                    return false;
                }
                Thread.sleep(LOOK.toMillis());
            }
            Duration took = Duration.between(begun, Instant.now());
            out.println(String.format(
                    Locale.ROOT, "A mail to %s was in it after %.1f s.", address, took.toMillis() / 1000.0));
            return true;
        } catch (MessagingException e) {
            out.println("It cannot be used: " + MailboxTrouble.inWords(server, e) + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** A notifier that runs meanwhile may have moved it. */
    private boolean isTaken(String messageId) throws MessagingException {
        try (ImapMailbox mailbox = server.open()) {
            if (mailbox.take(messageId)) {
                return true;
            }
        }
        for (String other : others) {
            try (ImapMailbox mailbox = server.open(other)) {
                if (mailbox.take(messageId)) {
                    return true;
                }
            }
        }
        return false;
    }
}
