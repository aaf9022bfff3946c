package org.foramen.notifier.smtp.signin;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.foramen.base.SettingRefused;
import org.foramen.notifier.settings.OAuthSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** The access token that all connections share: asked for when one is opened, and kept until shortly before its end. */
public final class AccessTokens {

    /** Where the endpoint does not say how long a token lasts. */
    private static final long USUAL_SECONDS = 300;

    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(1);

    private final OAuthSettings settings;
    private final URI endpoint;
    private final ClientID client;
    private final int timeoutMillis;
    private final Clock clock;
    private @Nullable RefreshToken refresh;
    private @Nullable String token;
    private Instant goodUntil = Instant.MIN;

    /** @param timeout for the connection to the token endpoint, and for its answer */
    AccessTokens(OAuthSettings settings, Duration timeout, Clock clock) {
        this.settings = settings;
        this.endpoint = settings.tokenEndpoint();
        this.client = new ClientID(settings.client());
        settings.secret(); // refuses the start where there is none
        this.timeoutMillis = Math.toIntExact(timeout.toMillis());
        this.clock = clock;
        this.refresh = StringUtils.hasText(settings.refreshToken()) ? new RefreshToken(settings.refreshToken()) : null;
    }

    public synchronized String current() throws SignInFailed {
        String kept = token;
        return kept != null && clock.instant().isBefore(goodUntil) ? kept : ask();
    }

    /** @param refused what the mail server did not take; somebody may have brought a newer one meanwhile */
    public synchronized String newerThan(String refused) throws SignInFailed {
        return refused.equals(token) ? ask() : current();
    }

    private String ask() throws SignInFailed {
        token = null;
        AccessToken answered = answer().getTokens().getAccessToken();
        long seconds = answered.getLifetime() > 0 ? answered.getLifetime() : USUAL_SECONDS;
        Duration fifth = Duration.ofSeconds(seconds).dividedBy(5);
        Duration margin = fifth.compareTo(LONGEST_MARGIN) < 0 ? fifth : LONGEST_MARGIN;
        goodUntil = clock.instant().plusSeconds(seconds).minus(margin);
        token = answered.getValue();
        return answered.getValue();
    }

    private AccessTokenResponse answer() throws SignInFailed {
        try {
            HTTPRequest request = request();
            request.setConnectTimeout(timeoutMillis);
            request.setReadTimeout(timeoutMillis);
            TokenResponse response = TokenResponse.parse(request.send());
            if (response instanceof TokenErrorResponse refused) {
                throw new SignInFailed(where() + " refuses us a token: " + code(refused), null);
            }
            AccessTokenResponse granted = response.toSuccessResponse();
            RefreshToken rotated = granted.getTokens().getRefreshToken();
            refresh = rotated == null ? refresh : rotated;
            return granted;
        } catch (SettingRefused e) { // the file with the secret is gone meanwhile
            throw new SignInFailed(String.valueOf(e.getMessage()), e);
        } catch (ParseException e) {
            throw new SignInFailed(where() + " answers with something else than a token", e);
        } catch (IOException e) {
            throw new SignInFailed(where() + " does not answer: " + e.getClass().getSimpleName(), e);
        }
    }

    private HTTPRequest request() {
        AuthorizationGrant grant = refresh == null ? new ClientCredentialsGrant() : new RefreshTokenGrant(refresh);
        TokenRequest.Builder request =
                new TokenRequest.Builder(endpoint, new ClientSecretPost(client, new Secret(settings.secret())), grant);
        if (StringUtils.hasText(settings.scope())) {
            request.scope(Scope.parse(settings.scope()));
        }
        return request.build().toHTTPRequest();
    }

    private String where() {
        return "the token endpoint at " + endpoint.getHost();
    }

    /** Such as {@code invalid_client}; what else it says may quote what it was given. */
    private static String code(TokenErrorResponse refused) {
        String code = refused.getErrorObject().getCode();
        return code == null ? "status " + refused.getErrorObject().getHTTPStatusCode() : code;
    }
}
