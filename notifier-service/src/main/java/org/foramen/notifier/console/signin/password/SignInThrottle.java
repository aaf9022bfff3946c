package org.foramen.notifier.console.signin.password;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes whoever guesses passwords wait: after a few tries half a minute, which doubles with each further one. */
final class SignInThrottle {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 10;
    private static final int MOST_KEYS = 10_000;

    private final Map<String, Tries> tries = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > MOST_KEYS;
        }
    };

    synchronized boolean waits(String key, Instant now) {
        Tries before = tries.get(key);
        return before != null
                && now.isBefore(before.until())
                && !before.until().isAfter(now.plus(LONGEST)); // else the clock was set back
    }

    /**
     * Counts a try.
     *
     * @param key whose tries are counted
     * @param free so many need not wait
     */
    synchronized void count(String key, int free, Instant now) {
        Tries before = tries.getOrDefault(key, new Tries(0, now));
        int count = now.isAfter(before.until().plus(REMEMBERED)) ? 1 : before.count() + 1;
        tries.put(key, new Tries(count, count < free ? now : now.plus(pause(count - free))));
    }

    /** The password was right. */
    synchronized void forget(String key) {
        tries.remove(key);
    }

    private static Duration pause(int beyond) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(MOST_DOUBLINGS, beyond));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    /** @param until when the next try is looked at */
    private record Tries(int count, Instant until) {}
}
