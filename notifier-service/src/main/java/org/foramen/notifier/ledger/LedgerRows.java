package org.foramen.notifier.ledger;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.foramen.contract.name.WireName;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.Recipient;
import org.foramen.notifier.delivery.SentHandout;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.delivery.SubjectKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapper;

/** The rows of the ledger's table, and time as its columns hold it. */
public final class LedgerRows {

    /** Which row a {@link DeliveryKey} names; {@link #values} gives the values. */
    public static final String KEY =
            "subject_kind = :subjectKind and subject_id = :subject and audience = :audience and recipient_index = :recipient";

    private LedgerRows() {}

    public static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                key(row, number),
                WireName.read(State.class, row.getString("state")),
                reason(row.getString("reason")),
                row.getInt("attempts"),
                row.getInt("unknowns"),
                row.getString("message_id"),
                new Position(row.getInt("topic_partition"), row.getLong("topic_offset")),
                row.getObject("smtp_code", Integer.class),
                row.getString("enhanced_status"),
                instant(row, "owed_since"),
                perhaps(row, "attempted_at"),
                perhaps(row, "next_attempt_at"),
                perhaps(row, "ended_at"),
                enclosure(row));
    }

    /** The rows that this version understands; one that another version wrote is no reason to show or send none. */
    public static <T> ResultSetExtractor<List<T>> understood(RowMapper<T> reader) {
        return understood(reader, (row, number) -> {});
    }

    /** @param others is given each row that is not understood */
    static <T> ResultSetExtractor<List<T>> understood(RowMapper<T> reader, RowHandler others) {
        return rows -> {
            List<T> read = new ArrayList<>();
            for (int number = 0; rows.next(); number++) {
                try {
                    read.add(requireNonNull(reader.mapRow(rows, number)));
                } catch (RuntimeException e) {
                    others.row(rows, number);
                }
            }
            return read;
        };
    }

    /** Looks at one row. */
    interface RowHandler {
        void row(ResultSet row, int number) throws SQLException;
    }

    static DeliveryKey key(ResultSet row, int number) throws SQLException {
        return new DeliveryKey(
                WireName.read(SubjectKind.class, row.getString("subject_kind")).read(row.getString("subject_id")),
                new Recipient(WireName.read(Audience.class, row.getString("audience")), row.getInt("recipient_index")));
    }

    /** The values of {@link #KEY}. */
    public static Map<String, Object> values(DeliveryKey key) {
        return Map.of(
                "subjectKind", key.subject().kind().wireName(),
                "subject", key.subject().id(),
                "audience", key.audience().wireName(),
                "recipient", key.recipient().index());
    }

    private static @Nullable Reason reason(@Nullable String code) {
        return code == null ? null : Reason.named(code);
    }

    private static @Nullable SentHandout enclosure(ResultSet row) throws SQLException {
        String handout = row.getString("handout");
        return handout == null
                ? null
                : new SentHandout(
                        handout,
                        row.getString("handout_version"),
                        row.getString("handout_hash"),
                        row.getString("handout_approval"));
    }

    public static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return requireNonNull(perhaps(row, column));
    }

    /** Null where the column is. */
    public static @Nullable Instant perhaps(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
