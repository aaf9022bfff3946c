package org.foramen.stack.mail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Properties;

/** A mailbox of one person that is read by IMAP (GreenMail); what is delivered to it is there at once, and gone with the process. */
public final class PersonalMailbox implements AutoCloseable {

    public static final String PASSWORD = "mailbox";

    private static final Duration START_LIMIT = Duration.ofMinutes(1);

    private final String address;
    private final GreenMail server;
    private final GreenMailUser owner;

    /**
     * Returns when it can be read.
     *
     * @param port where it is read, 0 for any free one
     * @param address whose it is; the name for the sign-in too
     */
    public PersonalMailbox(int port, String address) {
        this.address = address;
        ServerSetup imap = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP);
        imap.setServerStartupTimeout(START_LIMIT.toMillis());
        this.server = new GreenMail(imap);
        server.start();
        this.owner = server.setUser(address, address, PASSWORD);
    }

    public String address() {
        return address;
    }

    public int port() {
        return server.getImap().getPort();
    }

    /** @param mail head and body, as RFC 5322 has them */
    public void deliver(byte[] mail) {
        try {
            owner.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)));
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail cannot be kept", e);
        }
    }

    /** How many mails wait in it. */
    public long count() {
        try {
            return server.getManagers().getImapHostManager().getInbox(owner).getMessageCount();
        } catch (FolderException e) {
            throw new IllegalStateException("a mailbox has no inbox", e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
