package org.foramen.notifier.console.signin.oidc;

import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.web.client.ResourceAccessException;

/**
 * Why a sign-in at the identity provider came to nothing.
 *
 * @param word by which the sign-in page knows what to say
 * @param line for the log
 */
record SignInRefusal(String word, String line) {

    static final String NO_ROLE = "no_role";

    private static final int LONGEST = 300;

    static SignInRefusal of(AuthenticationException e) {
        boolean away = Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof IdentityProvider.ProviderAway
                        || cause instanceof ResourceAccessException
                        || cause instanceof IOException);
        return new SignInRefusal(away ? "away" : word(e), plain(String.valueOf(e.getMessage())));
    }

    private static String word(AuthenticationException e) {
        String code = e instanceof OAuth2AuthenticationException refused
                ? refused.getError().getErrorCode()
                : "";
        return switch (code) {
            case NO_ROLE -> "role";
            case "access_denied" -> "declined";
            case "authorization_request_not_found", "invalid_state_parameter" -> "again";
            default -> "refused";
        };
    }

    /** The provider's words, which anybody may have put into the address that they came back by. */
    private static String plain(String said) {
        String line = said.replaceAll("\\p{Cntrl}+", " ");
        return line.substring(0, Math.min(LONGEST, line.length()));
    }
}
