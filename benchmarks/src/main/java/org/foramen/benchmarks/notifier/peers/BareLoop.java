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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.angus.mail.util.MailStreamProvider;

/**
 * The least that mails a topic with these libraries: reads, composes, sends on kept connections with TCP_NODELAY and
 * Angus's own StreamProvider, commits after each poll. It opens no seal, matches nothing,
 * keeps no ledger and tries nothing again. Half of its threads write to the clinic.
 */
public final class BareLoop {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Session session = Session.getInstance(properties());
    private final String broker;
    private final int smtpPort;
    private final Path mails;

    private BareLoop(String broker, int smtpPort, Path mails) {
        this.broker = broker;
        this.smtpPort = smtpPort;
        this.mails = mails;
    }

    /** Arguments: broker, port of the mail server, folder with the mails, connections. */
    public static void main(String[] arguments) {
        System.setProperty("jakarta.mail.util.StreamProvider", MailStreamProvider.class.getName());
        BareLoop loop = new BareLoop(arguments[0], Integer.parseInt(arguments[1]), Path.of(arguments[2]));
        int connections = Integer.parseInt(arguments[3]);
        for (int number = 0; number < connections; number++) {
            String audience = number % 2 == 0 ? "clinic" : "patient";
            new Thread(() -> loop.mail(audience), audience + number).start();
        }
    }

    private void mail(String audience) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        broker,
                        "group.id",
                        "loop-" + audience,
                        "enable.auto.commit",
                        false,
                        "max.poll.records",
                        50,
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            String text = Files.readString(mails.resolve(audience + ".txt"));
            String html = Files.readString(mails.resolve(audience + ".html"));
            byte[] attachment = Files.readAllBytes(mails.resolve(audience + ".attachment"));
            SMTPTransport server = connect();
            consumer.subscribe(List.of("loop"));
            while (true) {
                ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
                for (ConsumerRecord<String, byte[]> record : records) {
                    MimeMessage message = message(record.key(), text, html, attachment);
                    send(server, message);
                }
                if (!records.isEmpty()) {
                    consumer.commitSync();
                }
            }
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("the loop broke", e);
        }
    }

    /** What the server does not take is left. */
    private static void send(SMTPTransport server, MimeMessage message) throws MessagingException {
        try {
            server.sendMessage(message, message.getAllRecipients());
        } catch (SMTPSendFailedException refused) {
            if (!server.isConnected()) {
                throw refused;
            }
        }
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.put("mail.smtp.starttls.enable", "true"); // where the server offers it
        properties.put("mail.smtp.ssl.checkserveridentity", "false"); // it is told a socket and no name
        return properties;
    }

    private SMTPTransport connect() throws IOException, MessagingException {
        Socket socket = new Socket("127.0.0.1", smtpPort);
        socket.setTcpNoDelay(true);
        SMTPTransport server = new SMTPTransport(session, null);
        server.connect(socket);
        return server;
    }

    private MimeMessage message(String key, String text, String html, byte[] attachment) throws MessagingException {
        MimeMultipart readable = new MimeMultipart("alternative");
        readable.addBodyPart(text(text, "plain"));
        readable.addBodyPart(text(html, "html"));
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress("no-reply@clinic.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("ana@example.com"));
        message.setSubject("Inquiry " + key, "UTF-8");
        message.setContent(attachment.length == 0 ? readable : with(readable, attachment));
        message.saveChanges();
        return message;
    }

    private static MimeMultipart with(MimeMultipart readable, byte[] attachment) throws MessagingException {
        MimeBodyPart first = new MimeBodyPart();
        first.setContent(readable);
        MimeBodyPart file = new MimeBodyPart();
        file.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment, "application/pdf")));
        file.setFileName("foraminotomy-en.pdf");
        return new MimeMultipart("mixed", first, file);
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8", subtype);
        return part;
    }
}
