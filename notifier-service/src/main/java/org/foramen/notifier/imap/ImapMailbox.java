package org.foramen.notifier.imap;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.search.HeaderTerm;
import java.util.Arrays;
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.foramen.notifier.smtp.socket.Deadline;

/** A folder of an IMAP mailbox, opened to take mails out of it. */
public final class ImapMailbox implements AutoCloseable {

    private final Store store;
    private final Folder folder;
    private final Deadline deadline;

    ImapMailbox(Store store, String name, Deadline deadline) throws MessagingException {
        this.store = store;
        this.deadline = deadline;
        this.folder = here(name);
        folder.open(Folder.READ_WRITE);
    }

    /** Whether nobody on the way can listen. */
    public boolean isEncrypted() {
        return store instanceof IMAPStore imap && imap.isSSL();
    }

    /** How many mails are in it. */
    public int count() throws MessagingException {
        return folder.getMessageCount();
    }

    /** The oldest mails in it. */
    public List<Message> oldest(int most) throws MessagingException {
        int count = Math.min(most, folder.getMessageCount());
        Message[] messages = count == 0 ? new Message[0] : folder.getMessages(1, count);
        FetchProfile sizes = new FetchProfile();
        sizes.add(FetchProfile.Item.SIZE);
        sizes.add(FetchProfile.Item.FLAGS);
        folder.fetch(messages, sizes);
        return Arrays.stream(messages).filter(ImapMailbox::isThere).toList();
    }

    /** Takes the mail with this Message-ID, or with this in it, out of it; false when it is not there. */
    public boolean take(String messageId) throws MessagingException {
        folder.getMessageCount(); // else the folder does not hear of new mails
        Message[] found = folder.search(new HeaderTerm("Message-ID", messageId));
        for (Message one : found) {
            delete(one);
        }
        return found.length > 0;
    }

    public void delete(Message mail) throws MessagingException {
        mail.setFlag(Flags.Flag.DELETED, true);
    }

    /** Moves a mail to another folder, which is made where there is none; a mail that is lost on the way stands in both. */
    public void move(Message mail, String to) throws MessagingException {
        folder.copyMessages(new Message[] {mail}, target(to));
        delete(mail);
    }

    /** Makes another folder where there is none. */
    public void ensure(String name) throws MessagingException {
        target(name);
    }

    /** Some servers have a person's folders only below her inbox. */
    private Folder here(String name) throws MessagingException {
        Folder plain = store.getFolder(name);
        if (plain.exists()) {
            return plain;
        }
        for (Folder root : store.getPersonalNamespaces()) {
            Folder below = root.getFullName().isEmpty() ? plain : root.getFolder(name);
            if (below.exists()) {
                return below;
            }
        }
        return plain;
    }

    private Folder target(String name) throws MessagingException {
        Folder there = here(name);
        if (there.exists() || there.create(Folder.HOLDS_MESSAGES)) {
            return there;
        }
        for (Folder root : store.getPersonalNamespaces()) {
            if (!root.getFullName().isEmpty() && root.getFolder(name).create(Folder.HOLDS_MESSAGES)) {
                return root.getFolder(name);
            }
        }
        throw new MessagingException("the folder '" + name + "' cannot be made");
    }

    private static boolean isThere(Message mail) {
        try {
            return !mail.isSet(Flags.Flag.DELETED);
        } catch (MessagingException e) { // another notifier took it meanwhile
            return false;
        }
    }

    /**
     * What was deleted is gone now.
     *
     * @throws MessagingException when the line was cut meanwhile: what was read is not all there is
     */
    @Override
    public void close() throws MessagingException {
        try (deadline;
                store) {
            if (!folder.isOpen()) {
                throw new FolderClosedException(folder, "the line was cut, or it took longer than a mail may take");
            }
            folder.close(true);
        }
    }
}
