package org.foramen.notifier.cases;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.foramen.content.ClinicContent;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.delivery.Reminder;
import org.foramen.notifier.ledger.LedgerRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks cases up for people. Those that were erased are not shown. */
@Component
public class Cases {

    private static final String NEWEST = " order by received_at desc, inquiry_id";

    private final JdbcClient jdbc;
    private final PersonFingerprints fingerprints;
    private final Clock clock;
    private final ZoneId zone;

    Cases(JdbcClient jdbc, PersonFingerprints fingerprints, ClinicContent content, Clock clock) {
        this.jdbc = jdbc;
        this.fingerprints = fingerprints;
        this.clock = clock;
        this.zone = content.clinic().timeZone();
    }

    /**
     * The cases that are wanted, in the order of their list.
     *
     * @param most no more than so many
     * @param skipped so many before them are left out
     */
    public List<CaseFile> page(CaseFilter filter, int most, int skipped) {
        return new CaseQuery(filter, now()).page(jdbc, most, skipped);
    }

    public Optional<CaseFile> find(InquiryId inquiry) {
        return list("inquiry_id = ?", 1, inquiry.value()).stream().findFirst();
    }

    /** True when somebody reached the person, or closed the case. */
    public boolean isDone(InquiryId inquiry) {
        return jdbc.sql("select done_at is not null from inquiry_case where inquiry_id = ?")
                .param(inquiry.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** What people did to a case, in the order in which they did it. */
    public List<CaseFile.Event> history(InquiryId inquiry) {
        return jdbc.sql("select * from case_history where inquiry_id = ? order by version")
                .param(inquiry.value())
                .query(CaseRows::event)
                .list();
    }

    /** Those whose id begins like this: a reference such as {@code K7F3-92QX}, or a part of it, as people read it out. */
    public List<CaseFile> byReference(String reference, int most) {
        String start = InquiryId.spelled(reference).replaceAll("[^0-9A-Z]", "");
        if (start.isEmpty() || start.length() > 26) {
            return List.of();
        }
        String rest = "0".repeat(26 - start.length());
        return list(
                "inquiry_id between ? and ? order by inquiry_id", most, start + rest, start + rest.replace('0', 'Z'));
    }

    /** Those of a phone number or an e-mail address, as somebody types it; neither is kept. The newest come first. */
    public List<CaseFile> byPerson(String phoneOrEmail, int most) {
        return fingerprints.ofTyped(phoneOrEmail).stream()
                .flatMap(hash -> Stream.of("email_hash = ?", "phone_hash = ?") // an index for each
                        .flatMap(which -> list(which + NEWEST, most, hash).stream()))
                .sorted(Comparator.comparing(CaseFile::receivedAt).reversed())
                .limit(most)
                .toList();
    }

    /** The other inquiries of the same address or phone number, the newest first. */
    public List<CaseFile> samePerson(InquiryId inquiry, int most) {
        return Stream.of("email_hash", "phone_hash")
                .flatMap(hash -> list(
                        "%1$s = (select %1$s from inquiry_case where inquiry_id = ?)".formatted(hash) + NEWEST,
                        most,
                        inquiry.value())
                        .stream())
                .filter(file -> !file.inquiry().equals(inquiry))
                .distinct()
                .sorted(Comparator.comparing(CaseFile::receivedAt).reversed())
                .limit(most)
                .toList();
    }

    /** The one whose form another inquiry was sent with again; empty where that is the first of its form, or alone. */
    public Optional<CaseFile> sameFormBefore(InquiryId inquiry) {
        return list("inquiry_id = (select repeats from inquiry_case where inquiry_id = ?)", 1, inquiry.value()).stream()
                .findFirst();
    }

    /** Those that were sent with the form of an inquiry again, the first of them first. */
    public List<CaseFile> sameFormAfter(InquiryId inquiry, int most) {
        return list("repeats = ? order by received_at, inquiry_id", most, inquiry.value());
    }

    /** Those that a reminder names and with whom nothing was done since: nobody answered or tried them. Next due first. */
    public List<CaseFile> namedBy(Reminder reminder, int most) {
        return list(
                """
                done_at is null and inquiry_id in (select inquiry_id from case_reminder
                    where reminder_id = ? and (state in ('new', 'taken') or stage like 'tried-%' or stage like 'again-%'))
                order by due_at, inquiry_id
                """,
                most, reminder.id());
    }

    /** Who has an open case, or did one today, by their user names. */
    public List<String> owners() {
        return jdbc.sql(
                        """
                        select owner from inquiry_case where done_at is null and owner is not null and level is not null
                        union
                        select owner from inquiry_case where done_at >= ? and owner is not null and level is not null
                        order by 1
                        """)
                .param(LedgerRows.utc(now().toLocalDate().atStartOfDay(zone).toInstant()))
                .query(String.class)
                .list();
    }

    private List<CaseFile> list(String condition, int most, Object... values) {
        return jdbc.sql(CaseRows.FILES.formatted(
                        "select * from inquiry_case where level is not null and " + condition + " limit ?"))
                .params(values)
                .param(most)
                .query(CaseRows::file)
                .list();
    }

    private ZonedDateTime now() {
        return clock.instant().atZone(zone);
    }
}
