package org.foramen.notifier.smtp.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The access token that all connections share: asked for when one is opened, and kept until shortly before its end. */
public final class AccessTokens {

    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(1);

    private final TokenRequests endpoint;
    private final Clock clock;
    private @Nullable String token;
    private Instant since = Instant.MIN;
    private Instant goodUntil = Instant.MIN;

    AccessTokens(TokenRequests endpoint, Clock clock) {
        this.endpoint = endpoint;
        this.clock = clock;
    }

    public synchronized String current() throws SignInFailed {
        Instant now = clock.instant();
        boolean isGood = !now.isBefore(since) && now.isBefore(goodUntil); // a clock that was set back knows nothing
        return token != null && isGood ? token : ask();
    }

    /** @param refused what the mail server did not take; somebody may have brought a newer one meanwhile */
    public synchronized String newerThan(String refused) throws SignInFailed {
        return refused.equals(token) ? ask() : current();
    }

    private String ask() throws SignInFailed {
        token = null;
        since = clock.instant();
        TokenRequests.Granted granted = endpoint.ask();
        Duration fifth = granted.lifetime().dividedBy(5);
        Duration margin = fifth.compareTo(LONGEST_MARGIN) < 0 ? fifth : LONGEST_MARGIN;
        goodUntil = since.plus(granted.lifetime()).minus(margin);
        token = granted.token();
        return granted.token();
    }
}
