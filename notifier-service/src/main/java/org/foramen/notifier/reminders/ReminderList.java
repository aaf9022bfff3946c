package org.foramen.notifier.reminders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.cases.CaseFile;
import org.foramen.notifier.delivery.Reminder;
import org.foramen.notifier.ledger.LedgerRows;
import org.foramen.notifier.outcome.Outbox;
import org.foramen.notifier.outcome.OutcomeKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which cases a reminder names: each once for each stage, whoever runs beside us. Writes join the transaction of whoever calls. */
@Component
class ReminderList {

    private static final String SOON = "soon";
    private static final String DUE = "due";
    private static final String LATE = "late";
    private static final String TRIED = "tried-";
    private static final String UNMAILED = "unmailed";
    private static final String UNTAKEN = "untaken-";
    private static final String AGAIN = "again-%d-%d";

    /** Emergencies that nobody took have reminders of their own. */
    private static final String NOT_TRIED = "(state = 'taken' or state = 'new' and " + CaseFile.IS_NO_EMERGENCY + ")";

    /** Those to whom something became due between two moments, and of whom it was not said. */
    static final String DUE_BETWEEN = naming(NOT_TRIED + " and due_at > ? and due_at <= ?");

    private final JdbcClient jdbc;
    private final Outbox outbox;

    ReminderList(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.outbox = new Outbox(jdbc);
    }

    /**
     * Others are told of those that a reminder names: they are due, or an emergency that waits. A join, for H2 would ask who is named
     * anew for each case of all time.
     */
    void tellOthers(Reminder reminder, Instant now) {
        jdbc.sql(
                        """
                        select distinct named.inquiry_id, state
                        from case_reminder named join inquiry_case on inquiry_case.inquiry_id = named.inquiry_id
                        where reminder_id = ? and stage not in ('soon', 'late') and stage not like 'tried-%'
                        order by named.inquiry_id
                        """)
                .param(reminder.id())
                .query((row, number) -> Map.entry(new InquiryId(row.getString("inquiry_id")), row.getString("state")))
                .list()
                .forEach(named -> outbox.note(named.getKey(), OutcomeKind.OVERDUE, named.getValue(), now));
    }

    /** Names those that will be due until a moment, and came before another. @return how many */
    int addSoon(Reminder reminder, Instant now, Instant until, Instant came) {
        return add(
                reminder,
                SOON,
                naming(NOT_TRIED + " and " + CaseFile.IS_NO_EMERGENCY
                        + " and due_at > ? and due_at <= ? and received_at <= ?"),
                LedgerRows.utc(now),
                LedgerRows.utc(until),
                LedgerRows.utc(came));
    }

    /** Names those that became due after a moment; it costs as much as there are such. */
    int addDue(Reminder reminder, Instant after, Instant now) {
        return add(reminder, DUE, DUE_BETWEEN, LedgerRows.utc(after), LedgerRows.utc(now));
    }

    /** Names those that were named as due until a moment, and still wait. */
    int addLate(Reminder reminder, Instant until) {
        return add(
                reminder,
                LATE,
                naming(
                        NOT_TRIED
                                + """
                         and exists (select 1 from case_reminder named where named.inquiry_id = waiting.inquiry_id
                            and named.stage = 'due' and named.reminder_id < ?)
                        """),
                Reminder.idsAfter(until));
    }

    /** Names those that nobody reached, and with whom nothing was done since that day began; again on each day. */
    int addTried(Reminder reminder, LocalDate today, Instant begin) {
        return add(
                reminder,
                TRIED + DateTimeFormatter.BASIC_ISO_DATE.format(today),
                naming("state = 'tried' and " + CaseFile.IS_NO_EMERGENCY + " and changed_at < ?"),
                LedgerRows.utc(begin));
    }

    /** Names an emergency whose mail has reached no inbox. */
    int addUnmailed(Reminder reminder, InquiryId inquiry) {
        return add(reminder, UNMAILED, inquiry);
    }

    /** Names an emergency that nobody has taken, or reached in so many tries, for the first, second or a later time. */
    int addUnreached(Reminder reminder, InquiryId inquiry, int tries, int time) {
        return add(reminder, tries == 0 ? UNTAKEN + time : AGAIN.formatted(tries, time), inquiry);
    }

    private int add(Reminder reminder, String stage, InquiryId inquiry) {
        return jdbc.sql(
                        "insert into case_reminder (inquiry_id, stage, reminder_id) values (?, ?, ?) on conflict do nothing")
                .params(inquiry.value(), stage, reminder.id())
                .update();
    }

    private int add(Reminder reminder, String stage, String naming, Object... values) {
        return jdbc.sql("insert into case_reminder (inquiry_id, stage, reminder_id) " + naming
                        + " on conflict do nothing")
                .params(stage, reminder.id(), stage)
                .params(values)
                .update();
    }

    private static String naming(String condition) {
        return """
                select inquiry_id, cast(? as varchar(16)), cast(? as varchar(64)) from inquiry_case waiting
                where done_at is null and not exists (select 1 from case_reminder said
                        where said.inquiry_id = waiting.inquiry_id and said.stage = ?)
                    and %s
                """
                .formatted(condition);
    }
}
