package org.foramen.notifier.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.Recipient;
import org.foramen.notifier.delivery.SentHandout;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.delivery.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger as the version left it that kept kinds of mails and inboxes in names. */
final class OldLedger {

    private static final Instant NOW = Instant.parse("2026-11-22T18:30:05Z");
    private static final String ID = "K7F392QX0123456789ABCDEFGH";
    private static final String COLUMNS =
            """
            insert into delivery (inquiry_id, audience, state, reason, attempts, unknowns, message_id,
                topic_partition, topic_offset, smtp_code, enhanced_status, owed_since, attempted_at, next_attempt_at,
                ended_at, handout, handout_version, handout_hash, handout_approval)
            values (?, ?, ?, ?, 2, 1, ?, 3, 17, 250, '2.0.0', ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final DataSource database;
    private final JdbcClient jdbc;

    private OldLedger(DataSource database) {
        this.database = database;
        this.jdbc = JdbcClient.create(database);
    }

    static OldLedger in(DataSource database) {
        Flyway old = Flyway.configure()
                .dataSource(database)
                .target("6")
                .cleanDisabled(false)
                .load();
        old.clean();
        old.migrate();
        return new OldLedger(database);
    }

    /** One row of each kind that there was. */
    void fill() {
        add(ID, "clinic", "sent", null);
        add(ID, "clinic-2", "attempting", null);
        add(ID, "clinic-3", "deferred", null);
        add(ID, "patient", "withheld", "too-many");
        add(ID, "notice", "owed", "refused");
        add(ID, "fallback", "refused", "expired");
        for (String reason : List.of("no-consent", "suspected-spam", "own-address", "role-address", "erased")) {
            add(inquiry(reason).value(), "patient", "withheld", reason);
        }
        for (String reason : List.of("not-in-kafka", "released", "reconciled", "unknown")) {
            add(inquiry(reason).value(), "patient", "owed", reason);
        }
        add("dead-letter-2-17", "notice", "sent", "seal-broken");
        add("dead-letter-2-18", "notice", "owed", "empty");
        add("digest-2026-11-21", "notice", "sent", "daily");
        add("digest-2026-11-22", "notice", "owed", "daily");
        add("not-an-id", "clinic", "owed", "reconciled");
        audit("release", ID);
        audit("replay", "2-17");
        audit("resend notice", "dead-letter-2-17");
        audit("resend notice", "digest-2026-11-21");
    }

    void upgrade() {
        Flyway.configure().dataSource(database).load().migrate();
    }

    static InquiryId inquiry(String reason) {
        return new InquiryId("%026d".formatted(Math.abs(reason.hashCode())));
    }

    /** The one row whose values must all have come over. */
    static Delivery sentToClinic() {
        return new Delivery(
                new DeliveryKey(new Subject.Inquiry(new InquiryId(ID)), Recipient.first(Audience.CLINIC)),
                State.SENT,
                null,
                2,
                1,
                "<" + ID + ".clinic@clinic.example>",
                new Position(3, 17),
                250,
                "2.0.0",
                NOW,
                NOW.plusSeconds(1),
                null,
                NOW.plusSeconds(2),
                new SentHandout("foraminotomy/es", "2", "hash", "pending"));
    }

    /** All that must be found after the upgrade, and why. */
    static void check(List<Delivery> found) {
        Subject inquiry = new Subject.Inquiry(new InquiryId(ID));
        assertThat(found)
                .contains(sentToClinic())
                .extracting(delivery -> delivery.key() + " " + delivery.state() + " " + delivery.reason())
                .containsExactlyInAnyOrder(
                        new DeliveryKey(inquiry, new Recipient(Audience.CLINIC, 1)) + " SENT null",
                        new DeliveryKey(inquiry, new Recipient(Audience.CLINIC, 2)) + " ATTEMPTING null",
                        new DeliveryKey(inquiry, new Recipient(Audience.CLINIC, 3)) + " DEFERRED null",
                        ID + "/patient WITHHELD TOO_MANY",
                        ID + "/notice OWED REFUSED",
                        ID + "/fallback REFUSED EXPIRED",
                        inquiry("no-consent") + "/patient WITHHELD NO_CONSENT",
                        inquiry("suspected-spam") + "/patient WITHHELD SUSPECTED_SPAM",
                        inquiry("own-address") + "/patient WITHHELD OWN_ADDRESS",
                        inquiry("role-address") + "/patient WITHHELD ROLE_ADDRESS",
                        inquiry("erased") + "/patient WITHHELD ERASED",
                        inquiry("not-in-kafka") + "/patient OWED NOT_IN_KAFKA",
                        inquiry("released") + "/patient OWED RELEASED",
                        inquiry("reconciled") + "/patient OWED RECONCILED",
                        inquiry("unknown") + "/patient OWED UNKNOWN",
                        "dead-letter-2-17/notice SENT SEAL_BROKEN",
                        "dead-letter-2-18/notice OWED EMPTY",
                        "digest-2026-11-21/notice SENT DAILY",
                        "digest-2026-11-22/notice OWED DAILY");
        assertThat(found)
                .extracting(delivery -> delivery.key().subject())
                .contains(
                        new Subject.DeadLetter(new Position(2, 17)), new Subject.Digest(LocalDate.parse("2026-11-22")));
        assertThat(found).extracting(Delivery::reason).contains(Reason.SEAL_BROKEN);
    }

    private void add(String inquiry, String audience, String state, String reason) {
        boolean sent = state.equals("sent") && audience.equals("clinic");
        boolean ended = !List.of("owed", "attempting", "deferred").contains(state);
        jdbc.sql(COLUMNS)
                .params(Arrays.asList(
                        inquiry,
                        audience,
                        state,
                        reason,
                        "<%s.%s@clinic.example>".formatted(inquiry, audience),
                        NOW.atOffset(ZoneOffset.UTC),
                        NOW.plusSeconds(1).atOffset(ZoneOffset.UTC),
                        ended ? null : NOW.atOffset(ZoneOffset.UTC),
                        ended ? NOW.plusSeconds(2).atOffset(ZoneOffset.UTC) : null,
                        sent ? "foraminotomy/es" : null,
                        sent ? "2" : null,
                        sent ? "hash" : null,
                        sent ? "pending" : null))
                .update();
    }

    private void audit(String action, String subject) {
        jdbc.sql("insert into audit values (?, ?, ?, 'ana')")
                .params(NOW.atOffset(ZoneOffset.UTC), action, subject)
                .update();
    }
}
