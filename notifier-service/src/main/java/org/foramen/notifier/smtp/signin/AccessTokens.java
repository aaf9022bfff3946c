package org.foramen.notifier.smtp.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The access token that all connections share: asked for when one is opened, and kept until shortly before its end. Who waits
 * while another asks takes what that one is told, a refusal too.
 */
public final class AccessTokens {

    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(1);

    private final TokenRequests endpoint;
    private final Clock clock;
    private @Nullable String token;
    private Instant since = Instant.MIN;
    private Instant goodUntil = Instant.MIN;
    private volatile @Nullable SignInFailed lastFailure;

    AccessTokens(TokenRequests endpoint, Clock clock) {
        this.endpoint = endpoint;
        this.clock = clock;
    }

    public String current() throws SignInFailed {
        return current(lastFailure);
    }

    /** @param refused what the mail server did not take; somebody may have brought a newer one meanwhile */
    public String newerThan(String refused) throws SignInFailed {
        SignInFailed known = lastFailure;
        synchronized (this) {
            return refused.equals(token) ? ask() : current(known);
        }
    }

    /** @param known the last failure when the caller came; a newer one was told while it waited */
    private synchronized String current(@Nullable SignInFailed known) throws SignInFailed {
        Instant now = clock.instant();
        if (token != null
                && !now.isBefore(since)
                && now.isBefore(goodUntil)) { // a clock that was set back knows nothing
            return token;
        }
        if (lastFailure != known) {
            throw Objects.requireNonNull(lastFailure);
        }
        return ask();
    }

    private String ask() throws SignInFailed {
        token = null;
        since = clock.instant();
        try {
            TokenRequests.Granted granted = endpoint.ask();
            Duration fifth = granted.lifetime().dividedBy(5);
            Duration margin = fifth.compareTo(LONGEST_MARGIN) < 0 ? fifth : LONGEST_MARGIN;
            goodUntil = since.plus(granted.lifetime()).minus(margin);
            token = granted.token();
            return granted.token();
        } catch (SignInFailed e) {
            lastFailure = e;
            throw e;
        }
    }
}
