package org.foramen.notifier.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.foramen.content.ClinicContent;
import org.foramen.content.hours.OfficeHours;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.ledger.LedgerRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Emergencies that wait for somebody: their mail has reached no inbox, or nobody has taken them. */
@Component
class WaitingEmergencies {

    /** So long a mail about an emergency may need. */
    static final Duration MAIL_PATIENCE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final OfficeHours hours;

    WaitingEmergencies(JdbcClient jdbc, ClinicContent content) {
        this.jdbc = jdbc;
        this.hours = content.clinic().officeHours();
    }

    /** The emergencies that nobody has taken, and since when each waits too long; those that do not yet are left out. */
    List<Waiting> waiting(Instant now) {
        Duration patience = patience(now);
        return jdbc
                .sql(
                        """
                        select inquiry_id, received_at, exists (select 1 from delivery
                            where subject_kind = 'inquiry' and subject_id = inquiry_id and audience = 'clinic'
                                and recipient_index = 1 and state = 'sent') as mailed
                        from inquiry_case
                        where done_at is null and state = 'new' and level in ('emergency', 'crisis') and received_at <= ?
                        order by received_at
                        """)
                .param(LedgerRows.utc(now.minus(MAIL_PATIENCE)))
                .query((row, number) -> new Waiting(
                        new InquiryId(row.getString("inquiry_id")),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("mailed")))
                .list()
                .stream()
                .filter(one -> !one.mailed() || !one.received().plus(patience).isAfter(now))
                .toList();
    }

    /** How soon somebody must have an emergency: as long as the clinic set, and by every clock, for it waits for no opening. */
    Duration patience(Instant now) {
        Instant opening = hours.nextOpening(now);
        return Duration.between(opening, hours.urgentDue(opening));
    }

    /** @param mailed true when an inbox of the clinic has its mail */
    record Waiting(InquiryId inquiry, Instant received, boolean mailed) {}
}
