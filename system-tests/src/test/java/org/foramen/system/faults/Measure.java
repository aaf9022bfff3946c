package org.foramen.system.faults;

import java.time.Duration;

/**
 * How much is sent and how long things are broken.
 *
 * @param inquiries sent in each case
 * @param perSecond how many of them in a second
 * @param kills how often something is killed in one case
 * @param outage how long something is away
 * @param patience how long all mails may take once everything is back
 */
record Measure(int inquiries, int perSecond, int kills, Duration outage, Duration patience) {

    /** The short form for every build, or the long form that {@code -Plong-faults} asks for. */
    static Measure asked() {
        return isLong()
                ? new Measure(1200, 15, 10, Duration.ofSeconds(60), Duration.ofMinutes(10))
                : new Measure(100, 12, 3, Duration.ofSeconds(6), Duration.ofSeconds(100));
    }

    static boolean isLong() {
        return "long".equals(System.getProperty("foramen.faults"));
    }
}
