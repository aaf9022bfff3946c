package org.foramen.notifier.ledger;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.SentHandout;
import org.foramen.notifier.delivery.State;
import org.jspecify.annotations.Nullable;

/** The rows of the ledger's table, and time as its columns hold it. */
public final class LedgerRows {

    private LedgerRows() {}

    static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                key(row, number),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getInt("unknowns"),
                row.getString("message_id"),
                new Position(row.getInt("topic_partition"), row.getLong("topic_offset")),
                row.getObject("smtp_code", Integer.class),
                row.getString("enhanced_status"),
                requireNonNull(instant(row, "owed_since")),
                instant(row, "attempted_at"),
                instant(row, "next_attempt_at"),
                instant(row, "ended_at"),
                enclosure(row));
    }

    static DeliveryKey key(ResultSet row, int number) throws SQLException {
        return new DeliveryKey(row.getString("inquiry_id"), Audience.named(row.getString("audience")));
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

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
