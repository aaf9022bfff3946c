package org.foramen.benchmarks.notifier.peers;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.Socket;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.apache.camel.component.mail.DefaultJavaMailSender;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** What Camel can be given so that it keeps its connections; its own sender opens one for every mail. */
final class PooledSender extends DefaultJavaMailSender {

    private final Session session = Session.getInstance(new Properties());
    private final ConcurrentLinkedDeque<SMTPTransport> idle = new ConcurrentLinkedDeque<>();
    private final boolean noDelay;

    PooledSender(boolean noDelay) {
        this.noDelay = noDelay;
    }

    @Override
    public Session getSession() {
        return session;
    }

    @Override
    public void send(MimeMessage mail) throws MessagingException {
        SMTPTransport kept = idle.poll();
        SMTPTransport server = kept == null ? connect() : kept;
        mail.saveChanges();
        server.sendMessage(mail, mail.getAllRecipients());
        idle.push(server);
    }

    private SMTPTransport connect() throws MessagingException {
        SMTPTransport server = new SMTPTransport(session, null);
        try {
            Socket socket = new Socket(getHost(), getPort());
            socket.setTcpNoDelay(noDelay);
            server.connect(socket);
            return server;
        } catch (IOException e) {
            throw new MessagingException("no connection", e);
        }
    }
}
