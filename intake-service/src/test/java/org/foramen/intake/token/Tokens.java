package org.foramen.intake.token;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.foramen.intake.settings.Settings;

/** Tokens as an intake with this data folder issued them a while ago. */
public final class Tokens {

    private Tokens() {}

    public static String issued(Duration ago, FormScope scope, Path data) {
        TokenKey key = new TokenKey(Settings.abuse(), Settings.intake(data));
        Clock then = Clock.offset(Clock.systemUTC(), ago.negated());
        return new SubmissionTokens(key, Settings.abuse(), then).issue(scope);
    }
}
