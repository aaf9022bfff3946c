package org.foramen.notifier.digest;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.foramen.content.ClinicContent;
import org.foramen.content.approval.Approvals;
import org.foramen.content.hours.OfficeHours;
import org.foramen.notifier.cases.CaseFile;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.message.list.DailyFigures;
import org.foramen.notifier.message.list.DailyFigures.Came;
import org.foramen.notifier.message.list.DeskDigest;
import org.foramen.notifier.message.list.OperatorDigest;
import org.foramen.notifier.settings.NotifierSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * On each office day the front desk is told whom to answer, and each day the operator what is in trouble, if anything is. These mails are owed
 * in the ledger as any other, so one of several notifiers sends each, once.
 */
@Component
public class DailyDigests {

    private final Ledger ledger;
    private final DigestQueries queries;
    private final WaitingPeople people;
    private final DeskDigest toDesk;
    private final OperatorDigest toOperator;
    private final OfficeHours hours;
    private final Approvals approvals;
    private final ZoneId clinicZone;
    private final @Nullable LocalTime at;
    private final Clock clock;

    DailyDigests(
            Ledger ledger,
            DigestQueries queries,
            WaitingPeople people,
            Stationery stationery,
            NotifierSettings settings,
            Clock clock) {
        this.ledger = ledger;
        this.queries = queries;
        this.people = people;
        this.toDesk = new DeskDigest(stationery);
        this.toOperator = new OperatorDigest(stationery);
        ClinicContent content = stationery.content();
        this.hours = content.clinic().officeHours();
        this.approvals = content.approvals();
        this.clinicZone = content.clinic().timeZone();
        this.at = settings.digest().hour();
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
    void oweTodays() {
        oweAsOf(clock.instant());
    }

    /**
     * Owes the digests of the day, once their hour has come; before the first inquiry there is nothing to tell. What came on
     * days on which the clinic is closed is told on the next that it opens.
     */
    public void oweAsOf(Instant now) {
        ZonedDateTime here = now.atZone(clinicZone);
        if (at == null || here.toLocalTime().isBefore(at)) {
            return;
        }
        LocalDate today = here.toLocalDate();
        if (hours.opensOn(today) && queries.haveEntriesBefore(end(today, at))) {
            owe(today, Audience.NOTICE, now);
        }
        if (!troubles(today).isEmpty() || queries.lost(now).count() > 0) { // on closed days too
            owe(today, Audience.FALLBACK, now);
        }
    }

    private void owe(LocalDate today, Audience audience, Instant now) {
        ledger.owe(new DeliveryKey(new Subject.Digest(today), audience), Position.NOWHERE, Reason.DAILY, now);
    }

    /**
     * Composes a day's digest when it is due.
     *
     * @param audience {@code NOTICE} for the front desk, {@code FALLBACK} for the operator
     */
    public Mail write(Audience audience, LocalDate day, Instant owedSince) {
        if (audience == Audience.FALLBACK) {
            return toOperator.write(
                    troubles(day),
                    queries.countTroubles(begin(day, Audience.FALLBACK), end(day, hour())),
                    queries.lost(owedSince).ranges(),
                    owedSince);
        }
        Instant from = begin(day, Audience.NOTICE);
        Instant to = end(day, hour());
        List<CaseFile> open = people.open();
        return toDesk.write(
                new DailyFigures(
                        to,
                        new Came(from, queries.inquiries(from, to), queries.inInbox(from, to)),
                        WaitingPeople.toAnswer(open),
                        WaitingPeople.unmailed(open),
                        WaitingPeople.heldBack(open),
                        queries.lost(owedSince).count(),
                        approvals.ending()),
                owedSince);
    }

    private List<Delivery> troubles(LocalDate day) {
        return queries.troubles(begin(day, Audience.FALLBACK), end(day, hour()));
    }

    private Instant begin(LocalDate day, Audience audience) {
        return end(queries.latestDigestBefore(day, audience).orElse(day.minusDays(1)), hour());
    }

    private LocalTime hour() {
        return at == null ? LocalTime.MIDNIGHT : at;
    }

    private Instant end(LocalDate day, LocalTime hour) {
        return day.atTime(hour).atZone(clinicZone).toInstant();
    }
}
