package org.foramen.benchmarks.growth;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.foramen.benchmarks.instrument.Inquiries;
import org.foramen.contract.sealing.InquirySealer;

/**
 * Puts inquiries into a topic and, past the notifier, what it would have noted of them: mails that were sent, cases of which
 * a tenth is open, and groups that have come to the end.
 */
final class Filling {

    private static final int BATCH = 2_000;
    private static final Duration BETWEEN_TWO = Duration.ofMinutes(5);

    private final Inquiries inquiries = new Inquiries();
    private final String broker;
    private final String topic;

    Filling(String broker, String topic) {
        this.broker = broker;
        this.topic = topic;
    }

    void fill(int count, InquirySealer sealer, Connection ledger)
            throws SQLException, ExecutionException, InterruptedException {
        ledger.setAutoCommit(false);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker, "acks", "all", "linger.ms", 20),
                        new StringSerializer(),
                        new ByteArraySerializer());
                PreparedStatement mail = ledger.prepareStatement(
                        "insert into delivery (subject_kind, subject_id, audience, recipient_index, state, attempts,"
                                + " unknowns, message_id, topic_partition, topic_offset, owed_since, ended_at)"
                                + " values ('inquiry', ?, ?, 1, 'sent', 1, 0, ?, ?, ?, ?, ?)");
                PreparedStatement person = ledger.prepareStatement(
                        "insert into inquiry_case (inquiry_id, version, state, tries, opened_at, changed_at, done_at,"
                                + " received_at, due_at, level, suspected, way, phone, email_allowed, language, kind,"
                                + " procedure_id, phone_hash, email_hash) values (?, 0, ?, 0, ?, ?, ?, ?, ?, 'usual',"
                                + " false, 'phone', true, true, 'en', 'considering-procedure', 'foraminotomy', ?, ?)")) {
            Instant first = Instant.now().minus(BETWEEN_TWO.multipliedBy(count));
            for (int done = 0; done < count; done += BATCH) {
                ConcurrentLinkedQueue<Written> written = new ConcurrentLinkedQueue<>();
                for (ProducerRecord<String, byte[]> record :
                        inquiries.sealed(Math.min(BATCH, count - done), topic, sealer)) {
                    producer.send(record, (place, failure) -> {
                        if (failure == null) {
                            written.add(new Written(record.key(), place));
                        }
                    });
                }
                producer.flush();
                int number = done;
                for (Written record : written) {
                    Instant at = first.plus(BETWEEN_TWO.multipliedBy(number));
                    note(mail, record, "clinic", at);
                    note(mail, record, "patient", at);
                    note(person, record.id(), at, number % 10 == 7, number);
                    number++;
                }
                mail.executeBatch();
                person.executeBatch();
                ledger.commit();
            }
        }
        new Groups(broker, topic).passAll();
    }

    private static void note(PreparedStatement mail, Written record, String audience, Instant at) throws SQLException {
        mail.setString(1, record.id());
        mail.setString(2, audience);
        mail.setString(3, "<" + record.id() + "." + audience + "@clinic.example>");
        mail.setInt(4, record.place().partition());
        mail.setLong(5, record.place().offset());
        mail.setTimestamp(6, Timestamp.from(at));
        mail.setTimestamp(7, Timestamp.from(at));
        mail.addBatch();
    }

    private static void note(PreparedStatement person, String id, Instant at, boolean open, int number)
            throws SQLException {
        Timestamp then = Timestamp.from(at);
        person.setString(1, id);
        person.setString(2, open ? "new" : "reached");
        person.setTimestamp(3, then);
        person.setTimestamp(4, then);
        person.setTimestamp(5, open ? null : then);
        person.setTimestamp(6, then);
        person.setTimestamp(7, Timestamp.from(at.plus(Duration.ofDays(1))));
        person.setString(8, "phone" + number);
        person.setString(9, "email" + number);
        person.addBatch();
    }

    private record Written(String id, RecordMetadata place) {}
}
