package org.foramen.notifier.reminders;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.foramen.content.ClinicContent;
import org.foramen.content.hours.OfficeHours;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.cases.CaseFile;
import org.foramen.notifier.ledger.LedgerRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Emergencies that wait for somebody: their mail has reached no inbox, nobody has taken them, or the last call was in vain. */
@Component
class WaitingEmergencies {

    /** So long a mail about an emergency may need. */
    static final Duration MAIL_PATIENCE = Duration.ofMinutes(2);

    /** It costs as much as there are emergencies that nobody has in hand, however many others wait. */
    static final String WAITING =
            """
            select inquiry_id, tries, case state when 'tried' then changed_at else received_at end as since,
                state = 'tried' or exists (select 1 from delivery
                    where subject_kind = 'inquiry' and subject_id = inquiry_id and audience = 'clinic'
                        and recipient_index = 1 and state = 'sent') as mailed
            from inquiry_case
            where done_at is null and state in ('new', 'tried') and %s
                and received_at <= ?
            order by received_at
            """
                    .formatted(CaseFile.IS_EMERGENCY);

    private final JdbcClient jdbc;
    private final OfficeHours hours;

    WaitingEmergencies(JdbcClient jdbc, ClinicContent content) {
        this.jdbc = jdbc;
        this.hours = content.clinic().officeHours();
    }

    /** The emergencies that nobody has in hand, and since when each waits too long; those that do not yet are left out. */
    List<Waiting> waiting(Instant now) {
        Duration patience = patience(now);
        return jdbc
                .sql(WAITING)
                .param(LedgerRows.utc(now.minus(MAIL_PATIENCE)))
                .query((row, number) -> new Waiting(
                        new InquiryId(row.getString("inquiry_id")),
                        LedgerRows.instant(row, "since"),
                        row.getInt("tries"),
                        row.getBoolean("mailed")))
                .list()
                .stream()
                .filter(one -> !one.mailed() || !one.since().plus(patience).isAfter(now))
                .toList();
    }

    /** How soon somebody must have an emergency: as long as the clinic set, and by every clock, for it waits for no opening. */
    Duration patience(Instant now) {
        Instant opening = hours.nextOpening(now);
        return Duration.between(opening, hours.urgentDue(opening));
    }

    /**
     * One of them.
     *
     * @param since when it came, or when the person was last called in vain
     * @param tries how often that was
     * @param mailed true when somebody at the clinic has heard of it: an inbox has its mail, or the person was called
     */
    record Waiting(InquiryId inquiry, Instant since, int tries, boolean mailed) {}
}
