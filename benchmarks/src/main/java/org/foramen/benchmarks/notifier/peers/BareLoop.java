package org.foramen.benchmarks.notifier.peers;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * The least that mails a topic with these libraries: reads, composes, sends on kept connections, commits after each poll.
 * It opens no seal, matches nothing, keeps no ledger and tries nothing again. Half of its threads write to the clinic.
 */
public final class BareLoop {

    private static final Duration POLL = Duration.ofMillis(200);

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
            TunedMails tuned = new TunedMails(smtpPort, mails, audience);
            SMTPTransport server = tuned.connect();
            consumer.subscribe(List.of("loop"));
            while (true) {
                ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
                for (ConsumerRecord<String, byte[]> record : records) {
                    send(server, tuned.about(record.key()));
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
}
