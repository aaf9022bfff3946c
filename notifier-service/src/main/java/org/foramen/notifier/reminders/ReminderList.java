package org.foramen.notifier.reminders;

import java.time.Instant;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.ledger.LedgerRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which cases a reminder names: each once for each stage, whoever runs beside us. Writes join the transaction of whoever calls. */
@Component
class ReminderList {

    private static final String SOON = "soon";
    private static final String DUE = "due";
    private static final String LATE = "late";
    private static final String UNMAILED = "unmailed";
    private static final String UNTAKEN = "untaken-";
    private static final String NO_EMERGENCY = "level not in ('emergency', 'crisis')";

    private final JdbcClient jdbc;

    ReminderList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Names those that will be due until a moment. @return how many */
    int addSoon(Subject.Reminder reminder, Instant now, Instant until) {
        return add(
                reminder,
                SOON,
                NO_EMERGENCY + " and due_at > ? and due_at <= ?",
                LedgerRows.utc(now),
                LedgerRows.utc(until));
    }

    /** Names those that are due. */
    int addDue(Subject.Reminder reminder, Instant now) {
        return add(reminder, DUE, "due_at <= ?", LedgerRows.utc(now));
    }

    /** Names those that were named as due until a moment, and still wait. */
    int addLate(Subject.Reminder reminder, Instant until) {
        return add(
                reminder,
                LATE,
                """
                exists (select 1 from case_reminder named where named.inquiry_id = waiting.inquiry_id
                    and named.stage = 'due' and named.reminder_id < ?)
                """,
                Subject.Reminder.idsAfter(until));
    }

    /** Names an emergency whose mail has reached no inbox. */
    int addUnmailed(Subject.Reminder reminder, InquiryId inquiry) {
        return add(reminder, UNMAILED, inquiry);
    }

    /** Names an emergency that nobody has taken, for the first, second or a later time. */
    int addUntaken(Subject.Reminder reminder, InquiryId inquiry, int time) {
        return add(reminder, UNTAKEN + time, inquiry);
    }

    private int add(Subject.Reminder reminder, String stage, InquiryId inquiry) {
        return jdbc.sql(
                        "insert into case_reminder (inquiry_id, stage, reminder_id) values (?, ?, ?) on conflict do nothing")
                .params(inquiry.value(), stage, reminder.id())
                .update();
    }

    /** Emergencies that nobody took have reminders of their own. */
    private int add(Subject.Reminder reminder, String stage, String condition, Object... values) {
        return jdbc.sql(
                        """
                        insert into case_reminder (inquiry_id, stage, reminder_id)
                        select inquiry_id, cast(? as varchar(16)), cast(? as varchar(64)) from inquiry_case waiting
                        where done_at is null
                            and (state = 'taken' or state = 'new' and level not in ('emergency', 'crisis'))
                            and not exists (select 1 from case_reminder said
                                where said.inquiry_id = waiting.inquiry_id and said.stage = ?)
                            and %s
                        on conflict do nothing
                        """
                                .formatted(condition))
                .params(stage, reminder.id(), stage)
                .params(values)
                .update();
    }
}
