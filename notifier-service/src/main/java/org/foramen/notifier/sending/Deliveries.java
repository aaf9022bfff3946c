package org.foramen.notifier.sending;

import static java.util.Objects.requireNonNull;

import io.opentelemetry.api.trace.SpanKind;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.foramen.base.Traces;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.sending.RetryPolicy.Next;
import org.foramen.notifier.smtp.MailServerAway;
import org.foramen.notifier.smtp.MimeMessages;
import org.foramen.notifier.smtp.Outcome;
import org.foramen.notifier.smtp.Reply;
import org.foramen.notifier.smtp.SmtpCourier;
import org.foramen.notifier.smtp.SmtpServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sees deliveries through: notes the try in the ledger, sends, and notes what came of it. A delivery that has ended is
 * never sent again; one that ended badly is told to a person.
 */
@Component
public class Deliveries {

    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

    /** So many refusals in a row are no longer about the recipients. */
    private static final int SUSPICIOUS = 3;

    private static final CompletableFuture<Void> NOTED = CompletableFuture.completedFuture(null);

    private final Ledger ledger;
    private final SmtpServer server;
    private final SmtpCourier courier;
    private final RetryPolicy plan;
    private final DeliveryMetrics metrics;
    private final Traces traces;
    private final Clock clock = Clock.systemUTC();
    private final Map<Audience, AtomicInteger> refusedInARow = new EnumMap<>(Audience.class);

    Deliveries(
            Ledger ledger,
            SmtpServer server,
            SmtpCourier courier,
            RetryPolicy plan,
            DeliveryMetrics metrics,
            Traces traces) {
        this.ledger = ledger;
        this.server = server;
        this.courier = courier;
        this.plan = plan;
        this.metrics = metrics;
        this.traces = traces;
        for (Audience audience : Audience.values()) {
            refusedInARow.put(audience, new AtomicInteger());
        }
    }

    /**
     * Sends what a record that was just read makes us owe, unless it has ended or waits for its time.
     *
     * @param allowed asked when it is new; a mail that may not go is withheld as one too many
     * @return what came of it: the record is done when that is durable
     * @throws MailServerAway when the record must be read again later
     */
    public CompletableFuture<Void> deliver(
            DeliveryKey key, Position position, BooleanSupplier allowed, Supplier<Mail> mail) {
        Instant now = clock.instant();
        Optional<Delivery> begun = ledger.beginNew(key, position, now, allowed);
        if (begun.isPresent()) {
            return attempt(begun.get(), mail);
        }
        return ledger.find(key)
                .map(known -> deliverKnown(known, position, mail, now))
                .orElse(NOTED);
    }

    private CompletableFuture<Void> deliverKnown(Delivery known, Position position, Supplier<Mail> mail, Instant now) {
        if (known.state() == State.OWED || known.state() == State.ATTEMPTING) {
            return ledger.beginAgain(known, position, now)
                    .map(delivery -> attempt(delivery, mail))
                    .orElse(NOTED);
        }
        if (!known.position().equals(position)) {
            ledger.moved(known.key().inquiry(), position);
        }
        return NOTED;
    }

    /**
     * Sends what the ledger says is due, unless another notifier was faster, and notes what came of it.
     *
     * @throws MailServerAway when nothing can be sent now
     */
    public void deliverDue(Delivery due, Supplier<Mail> mail) {
        ledger.beginAgain(due, due.position(), clock.instant())
                .ifPresent(delivery -> attempt(delivery, mail).join());
    }

    private CompletableFuture<Void> attempt(Delivery delivery, Supplier<Mail> writing) {
        Mail mail;
        MimeMessage message;
        try {
            mail = writing.get();
            message = MimeMessages.of(mail, server, delivery.messageId(), ledger.threadOf(mail));
        } catch (RuntimeException e) {
            onUnwritable(delivery, e);
            return NOTED;
        }
        Outcome outcome = hand(delivery, message);
        Instant now = clock.instant();
        metrics.tried(delivery.key().audience(), outcome);
        if (outcome instanceof Outcome.Sent sent) {
            return onSent(delivery, sent.reply(), mail, now);
        }
        if (outcome instanceof Outcome.Temporary temporary) {
            follow(delivery, plan.afterTemporary(delivery, now), delivery.unknowns(), temporary.reply(), now);
        } else if (outcome instanceof Outcome.Refused refused) {
            onRefusal(delivery, refused.reply(), now);
        } else if (outcome instanceof Outcome.Unknown unknown) {
            follow(delivery, plan.afterUnknown(delivery, now), delivery.unknowns() + 1, unknown.reply(), now);
        } else if (outcome instanceof Outcome.Unavailable unavailable) {
            ledger.uncount(delivery, unavailable.reply(), plan.lookAgain(now));
            throw new MailServerAway(unavailable.why());
        }
        return NOTED;
    }

    private CompletableFuture<Void> onSent(Delivery delivery, Reply reply, Mail mail, Instant now) {
        CompletableFuture<Void> noted = ledger.sent(delivery, reply, mail.enclosed(), now)
                .thenRun(() -> log.info("Delivery {} sent", delivery.key()));
        refusals(delivery).set(0);
        metrics.sent(delivery.key().audience(), mail.date(), now);
        if (mail.enclosed() != null) {
            metrics.enclosed(mail.enclosed().handout());
        }
        return noted;
    }

    private Outcome hand(Delivery delivery, MimeMessage message) {
        try (Traces.Step step = traces.begin("smtp attempt", SpanKind.CLIENT)) {
            Outcome outcome = courier.send(message);
            step.note("foramen.inquiry.id", delivery.key().inquiry())
                    .note("foramen.audience", delivery.key().audience().wireName())
                    .note("foramen.outcome", DeliveryMetrics.nameOf(outcome));
            return outcome;
        }
    }

    /** Our own mistake with one mail must not stop the others, and must not be forgotten. */
    private void onUnwritable(Delivery delivery, RuntimeException e) {
        Instant now = clock.instant();
        follow(delivery, plan.afterDoubt(delivery, now), delivery.unknowns(), Reply.NONE, now);
        metrics.unwritable(delivery.key().audience());
        log.error(
                "Delivery {} cannot be written: {}",
                delivery.key(),
                e.getClass().getName());
    }

    /**
     * A refusal may mean the recipient or mean us. One that speaks of policy, or that follows others, is tried again later;
     * a row of them stops the sending until one mail passes.
     */
    private void onRefusal(Delivery delivery, Reply reply, Instant now) {
        boolean inARow = refusals(delivery).incrementAndGet() >= SUSPICIOUS;
        boolean doubtful = inARow || reply.meansUs() && delivery.attempts() < SUSPICIOUS;
        Next next = doubtful ? plan.afterDoubt(delivery, now) : plan.afterRefusal(delivery, now);
        follow(delivery, next, delivery.unknowns(), reply, now);
        if (inARow) {
            throw new MailServerAway("the mail server refuses one mail after the other");
        }
    }

    private void follow(Delivery delivery, Next next, int unknowns, Reply reply, Instant now) {
        if (next instanceof Next.Again again) {
            ledger.defer(delivery, unknowns, reply, again.at());
            log.info("Delivery {} deferred until {} after {}", delivery.key(), again.at(), reply);
        } else if (next instanceof Next.End end) {
            State state = end.state();
            switch (delivery.key().audience()) {
                case CLINIC, CLINIC_2, CLINIC_3 ->
                    ledger.endAndOwe(delivery, state, unknowns, reply, now, Audience.FALLBACK);
                case PATIENT -> ledger.endAndOwe(delivery, state, unknowns, reply, now, Audience.NOTICE);
                case NOTICE, FALLBACK -> ledger.end(delivery, state, unknowns, reply, now);
            }
            metrics.endedBadly(delivery.key().audience(), state);
            log.warn("Delivery {} {} after {}: a person is told", delivery.key(), state.wireName(), reply);
        }
    }

    private AtomicInteger refusals(Delivery delivery) {
        return requireNonNull(refusedInARow.get(delivery.key().audience()));
    }
}
