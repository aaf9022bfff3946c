package org.foramen.notifier.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.smtp.verdict.Reply;
import org.foramen.notifier.smtp.verdict.SmtpOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds all mails of a group back while the mail server, not a mail, is in trouble. After a pause one mail is let through to
 * probe; when it passes all do, when it does not the pause doubles. Each loop has its own, and only that loop changes it.
 */
public final class CircuitBreaker {

    private static final Logger log = LoggerFactory.getLogger(CircuitBreaker.class);

    /** So many refusals or broken lines in a row are no longer about the recipients. */
    private static final int SUSPICIOUS = 3;

    private static final int CLOSING = 421;

    private static final String BREAKS_OFF = "the mail server breaks off one mail after the other";
    private static final String PUTS_OFF = "the mail server puts off one mail after the other";
    private static final String REFUSES = "the mail server refuses one mail after the other";

    private final String group;
    private final Duration first;
    private final Duration longest;
    private final Map<Audience, Set<DeliveryKey>> failedInARow = new EnumMap<>(Audience.class);
    private final Map<Audience, Instant> lastPassed = new EnumMap<>(Audience.class);
    private Duration pause = Duration.ZERO;
    private volatile Instant until = Instant.MIN; // Instant.MIN: closed

    public CircuitBreaker(String group, NotifierSettings.Retry settings) {
        this.group = group;
        this.first = settings.serverFirst();
        this.longest = settings.serverLongest();
    }

    /** True while mails are held back, probing included. */
    public boolean isOpen() {
        return !until.equals(Instant.MIN);
    }

    /** When the next mail may probe. */
    public Instant until() {
        return until;
    }

    /** How many mails may be on their way at once. */
    public int allowed(int connections, Instant now) {
        if (!isOpen()) {
            return connections;
        }
        return waits(now) ? 0 : 1;
    }

    /** No longer than the pause, wherever the clock is set to meanwhile. */
    private boolean waits(Instant now) {
        return now.isBefore(until) && !now.isBefore(until.minus(pause));
    }

    /** Whether a mail to such a recipient has passed since then, so that an answer to another concerns that one alone. */
    boolean hasPassedSince(Instant then, Audience audience) {
        return lastPassed.getOrDefault(audience, Instant.MIN).isAfter(then);
    }

    /** Learns from what the mail server said of one mail. */
    void heard(DeliveryKey key, SmtpOutcome outcome, Instant now) {
        outcome.<Boolean>fold(
                sent -> {
                    failedInARow.remove(key.audience());
                    lastPassed.put(key.audience(), now);
                    return close();
                },
                temporary -> putOff(key, temporary.reply(), now),
                refused -> failed(key, REFUSES, now),
                unacceptable -> failed(key, unacceptable.fault().words(), now),
                against -> failed(key, against.why(), now),
                unavailable -> open(unavailable.why(), now),
                unknown -> isOpen());
    }

    /** It speaks of one mail, so it is there; unless it breaks off, or puts off, one mail after the other. */
    private boolean putOff(DeliveryKey key, Reply reply, Instant now) {
        if (reply.putsOffRecipient()) {
            return close();
        }
        return failed(key, reply.isNone() || reply.code() == CLOSING ? BREAKS_OFF : PUTS_OFF, now);
    }

    /** One mail that fails is that mail's trouble; a row of them without one that passes is the server's. */
    private boolean failed(DeliveryKey key, String why, Instant now) {
        Set<DeliveryKey> failed = failedInARow.computeIfAbsent(key.audience(), first -> new HashSet<>());
        failed.add(key);
        return failed.size() < SUSPICIOUS ? isOpen() : open(why, now);
    }

    private boolean close() {
        if (isOpen()) {
            log.info("{} sends again", group);
        }
        until = Instant.MIN;
        pause = Duration.ZERO;
        return false;
    }

    private boolean open(String why, Instant now) {
        if (waits(now)) {
            return true; // of the mails that were on their way when it opened
        }
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.isZero() ? first : doubled.compareTo(longest) > 0 ? longest : doubled;
        until = now.plus(pause);
        log.warn("{} waits for {}: {}", group, pause, why);
        return true;
    }
}
