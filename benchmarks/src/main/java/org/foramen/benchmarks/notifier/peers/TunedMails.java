package org.foramen.benchmarks.notifier.peers;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.angus.mail.util.MailStreamProvider;

/** The notifier's mails to one audience with the least of Angus: connections with TCP_NODELAY, and its own StreamProvider. */
final class TunedMails {

    private final int smtpPort;
    private final Session session;
    private final String text;
    private final String html;
    private final byte[] attachment;

    /** @param mails folder with the parts of the mails */
    TunedMails(int smtpPort, Path mails, String audience) throws IOException {
        System.setProperty("jakarta.mail.util.StreamProvider", MailStreamProvider.class.getName());
        this.smtpPort = smtpPort;
        this.session = Session.getInstance(properties());
        this.text = Files.readString(mails.resolve(audience + ".txt"));
        this.html = Files.readString(mails.resolve(audience + ".html"));
        this.attachment = Files.readAllBytes(mails.resolve(audience + ".attachment"));
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.put("mail.smtp.starttls.enable", "true"); // where the server offers it
        properties.put("mail.smtp.ssl.checkserveridentity", "false"); // it is told a socket and no name
        return properties;
    }

    SMTPTransport connect() throws IOException, MessagingException {
        Socket socket = new Socket("127.0.0.1", smtpPort);
        socket.setTcpNoDelay(true);
        SMTPTransport server = new SMTPTransport(session, null);
        server.connect(socket);
        return server;
    }

    MimeMessage about(String key) throws MessagingException {
        MimeMultipart readable = new MimeMultipart("alternative");
        readable.addBodyPart(part(text, "plain"));
        readable.addBodyPart(part(html, "html"));
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress("no-reply@clinic.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("ana@example.com"));
        message.setSubject("Inquiry " + key, "UTF-8");
        message.setContent(attachment.length == 0 ? readable : withAttachment(readable));
        message.saveChanges();
        return message;
    }

    private MimeMultipart withAttachment(MimeMultipart readable) throws MessagingException {
        MimeBodyPart first = new MimeBodyPart();
        first.setContent(readable);
        MimeBodyPart file = new MimeBodyPart();
        file.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment, "application/pdf")));
        file.setFileName("foraminotomy-en.pdf");
        return new MimeMultipart("mixed", first, file);
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8", subtype);
        return part;
    }
}
