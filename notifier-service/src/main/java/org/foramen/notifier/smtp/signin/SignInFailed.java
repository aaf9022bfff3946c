package org.foramen.notifier.smtp.signin;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Nobody can sign in now; the message is a sentence for operators and holds no secret. */
public final class SignInFailed extends Exception {

    private final Duration pause;

    SignInFailed(String why, @Nullable Exception cause) {
        this(why, Duration.ZERO, cause);
    }

    /** @param pause how long we were asked to wait; zero where nobody asked */
    SignInFailed(String why, Duration pause, @Nullable Exception cause) {
        super(why, cause);
        this.pause = pause;
    }

    public String why() {
        return String.valueOf(getMessage());
    }

    Duration pause() {
        return pause;
    }
}
