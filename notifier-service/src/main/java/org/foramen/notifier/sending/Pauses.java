package org.foramen.notifier.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.foramen.notifier.settings.NotifierSettings;

/** How long a mail rests before it is tried again. */
final class Pauses {

    private static final double JITTER = 0.2;

    private final NotifierSettings.Retry settings;

    Pauses(NotifierSettings.Retry settings) {
        this.settings = settings;
    }

    /** Twice as long after each attempt up to the longest, a fifth more or less. */
    Duration after(int attempts) {
        double doubled = settings.first().toMillis() * Math.pow(2, Math.min(30, Math.max(0, attempts - 1)));
        double pause = Math.min(doubled, settings.longest().toMillis());
        double spread = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        return Duration.ofMillis((long) (pause * spread));
    }

    /** A tenth of the time that it has waited, so that one whose record is never read is not asked for all the time. */
    Duration whileUnread(Instant owedSince, Instant now) {
        Duration tenth = Duration.between(owedSince, now).dividedBy(10);
        Duration least = settings.serverLongest();
        Duration most = least.multipliedBy(10);
        return tenth.compareTo(least) < 0 ? least : tenth.compareTo(most) > 0 ? most : tenth;
    }
}
