package org.foramen.notifier.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.digest.LostInquiries;
import org.foramen.notifier.ledger.KnownDeliveries;
import org.foramen.notifier.ledger.LedgerRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger's memory of the topic: how far it was read, and what it lost unread. */
@Component
class TopicPositions {

    private final JdbcClient jdbc;
    private final KnownDeliveries deliveries;

    TopicPositions(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.deliveries = new KnownDeliveries(jdbc);
    }

    Map<Integer, Seen> of(String topic) {
        return seen("topic_id = ?", topic).stream().collect(Collectors.toMap(Seen::partition, Function.identity()));
    }

    List<Seen> ofOtherTopics(String topic) {
        return seen("topic_id <> ?", topic);
    }

    private List<Seen> seen(String which, String topic) {
        return jdbc.sql("select * from topic_position where " + which)
                .param(topic)
                .query((row, number) -> new Seen(
                        row.getString("topic_id"),
                        row.getInt("topic_partition"),
                        row.getLong("passed"),
                        row.getLong("topic_end")))
                .list();
    }

    void save(Seen seen, Instant now) {
        int rows = jdbc.sql(
                        """
                        update topic_position set passed = greatest(passed, ?), topic_end = ?, seen_at = ?
                        where topic_id = ? and topic_partition = ?
                        """)
                .params(seen.passed(), seen.end(), LedgerRows.utc(now), seen.topic(), seen.partition())
                .update();
        if (rows == 0) {
            jdbc.sql("insert into topic_position values (?, ?, ?, ?, ?) on conflict do nothing")
                    .params(seen.topic(), seen.partition(), seen.passed(), seen.end(), LedgerRows.utc(now))
                    .update();
        }
    }

    /**
     * What the ledger holds of a topic before this one stands at no place any more: the records that are there now are
     * others. Its dead letters were told, and the new topic's must be told under the same places.
     */
    void forgetOtherTopics(String topic) {
        jdbc.sql("delete from delivery where subject_kind = 'dead-letter' and ended_at is not null and " + OLD)
                .param(topic)
                .update();
        jdbc.sql("update delivery set topic_offset = -1 where topic_offset >= 0 and " + OLD)
                .param(topic)
                .update();
        jdbc.sql("delete from topic_position where topic_id <> ?").param(topic).update();
    }

    private static final String OLD = "owed_since <= (select max(seen_at) from topic_position where topic_id <> ?)";

    /** Notes records that are lost, and counts those that the ledger does not know; 0 when they were noted before. */
    long note(Lost lost, Instant now) {
        long known = Math.min(known(Audience.CLINIC, lost), known(Audience.PATIENT, lost));
        long unknown = Math.max(0, lost.records() - known);
        int rows = jdbc.sql("insert into lost_records values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(lost.topic(), lost.partition(), lost.from(), lost.to(), unknown, LedgerRows.utc(now))
                .update();
        return rows == 0 ? 0 : unknown;
    }

    private long known(Audience audience, Lost lost) {
        return deliveries.count(audience, lost.partition(), lost.from(), lost.to());
    }

    /**
     * How far a partition was read.
     *
     * @param passed the first record that not both groups had finished with
     */
    record Seen(String topic, int partition, long passed, long end) {}

    /**
     * A range of records that nobody read.
     *
     * @param to the first that is not lost
     * @param records how many of them the ledger does not know
     */
    record Lost(String topic, int partition, long from, long to, long records) {

        Lost(String topic, int partition, long from, long to) {
            this(topic, partition, from, to, to - from);
        }

        @Override
        public String toString() {
            return new LostInquiries.Range(partition, from, to, records).toString();
        }
    }
}
