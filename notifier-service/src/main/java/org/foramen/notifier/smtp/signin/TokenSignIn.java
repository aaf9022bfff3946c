package org.foramen.notifier.smtp.signin;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.foramen.base.SettingRefused;
import org.foramen.notifier.settings.OAuthSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** Signs one mailbox in with the access token that all its connections share. */
public record TokenSignIn(String user, AccessTokens tokens) {

    /**
     * Reads the settings.
     *
     * @param usual the mailbox where the settings of OAuth name none
     * @param timeout for the connection to the token endpoint, and for its answer
     */
    public static TokenSignIn of(OAuthSettings settings, @Nullable String usual, Duration timeout) {
        String user = StringUtils.hasText(settings.user()) ? settings.user() : usual;
        if (!StringUtils.hasText(user)) {
            throw new SettingRefused("FORAMEN_SMTP_OAUTH_USER is missing: the mailbox that sends.");
        }
        return new TokenSignIn(user, new AccessTokens(new TokenRequests(settings, timeout), Clock.systemUTC()));
    }

    /** What came of it; nothing where the server offers no mechanism for tokens. */
    public Optional<BearerMechanism.Result> signIn(SignInDialogue server, String token) throws MessagingException {
        Optional<BearerMechanism> mechanism = BearerMechanism.offeredBy(server);
        return mechanism.isEmpty()
                ? Optional.empty()
                : Optional.of(mechanism.get().signIn(server, user, token));
    }

    @Override
    public String toString() {
        return "TokenSignIn[" + user + "]";
    }
}
