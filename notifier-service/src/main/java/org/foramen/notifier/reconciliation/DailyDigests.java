package org.foramen.notifier.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.foramen.content.ClinicContent;
import org.foramen.notifier.answering.MailComposer;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.sending.DigestMail;
import org.foramen.notifier.settings.NotifierSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Once a day the clinic is told how many inquiries came and which of them need a person. The mail is owed in the ledger as
 * any other, so one of several notifiers sends it, once.
 */
@Component
public class DailyDigests implements DigestMail {

    private static final Position NOWHERE = new Position(0, 0);

    private final Ledger ledger;
    private final DigestQueries queries;
    private final Reconciler reconciler;
    private final MailComposer mailRoom;
    private final ZoneId clinicZone;
    private final @Nullable LocalTime at;

    DailyDigests(
            Ledger ledger,
            DigestQueries queries,
            Reconciler reconciler,
            MailComposer mailRoom,
            ClinicContent content,
            NotifierSettings settings) {
        this.ledger = ledger;
        this.queries = queries;
        this.reconciler = reconciler;
        this.mailRoom = mailRoom;
        this.clinicZone = content.clinic().timeZone();
        this.at = settings.digest().hour();
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
    void oweTodays() {
        oweAsOf(Instant.now());
    }

    /** Owes the digest of the day, once its hour has come; a house in which nothing happened before has nothing to tell. */
    public void oweAsOf(Instant now) {
        ZonedDateTime here = now.atZone(clinicZone);
        if (at == null || here.toLocalTime().isBefore(at)) {
            return;
        }
        LocalDate today = here.toLocalDate();
        if (queries.haveEntriesBefore(end(today, at))) {
            ledger.owe(new DeliveryKey(new Subject.Digest(today), Audience.NOTICE), NOWHERE, Reason.DAILY, now);
        }
    }

    @Override
    public Mail write(LocalDate day, Instant owedSince) {
        LocalTime hour = at == null ? LocalTime.MIDNIGHT : at;
        Instant to = end(day, hour);
        Instant from = end(queries.latestDigestBefore(day).orElse(day.minusDays(1)), hour);
        return mailRoom.digest()
                .write(queries.between(from, to), reconciler.latest().getSentence(), owedSince);
    }

    private Instant end(LocalDate day, LocalTime hour) {
        return day.atTime(hour).atZone(clinicZone).toInstant();
    }
}
