package org.foramen.notifier.smtp.signin;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.foramen.base.SettingRefused;
import org.foramen.notifier.settings.OAuthSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** Asks the token endpoint for an access token; how long it lasts is read leniently, for a token that ends is renewed. */
final class TokenRequests {

    /** Where the endpoint does not say, or says nothing that makes sense. */
    private static final long USUAL_SECONDS = 300;

    private static final long MOST_SECONDS = 86_400;

    private final OAuthSettings settings;
    private final URI endpoint;
    private final ClientID client;
    private final Duration timeout;
    private final HttpClient http;
    private @Nullable RefreshToken refresh;

    /** @param timeout for the connection to the token endpoint, and for its whole answer */
    TokenRequests(OAuthSettings settings, Duration timeout) {
        this.settings = settings;
        this.endpoint = settings.tokenEndpoint();
        this.client = new ClientID(settings.client());
        settings.secret(); // refuses the start where there is none
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
        this.refresh = StringUtils.hasText(settings.refreshToken()) ? new RefreshToken(settings.refreshToken()) : null;
    }

    Granted ask() throws SignInFailed {
        try {
            HTTPResponse answer = send(request());
            if (!answer.indicatesSuccess()) {
                throw new SignInFailed(
                        where() + " refuses us a token: " + code(answer), PauseAsked.of(answer, Instant.now()), null);
            }
            var said = answer.getBodyAsJSONObject();
            long seconds = seconds(said.remove("expires_in"));
            AccessTokenResponse granted = AccessTokenResponse.parse(said);
            RefreshToken rotated = granted.getTokens().getRefreshToken();
            refresh = rotated == null ? refresh : rotated;
            return new Granted(granted.getTokens().getAccessToken().getValue(), Duration.ofSeconds(seconds));
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

    /** An endpoint that answers a letter at a time must not hold up everybody who waits for the token. */
    private HTTPResponse send(HTTPRequest asked) throws IOException, SignInFailed {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(endpoint).POST(HttpRequest.BodyPublishers.ofString(asked.getBody()));
        asked.getHeaderMap().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        CompletableFuture<HttpResponse<String>> sent =
                http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
        try {
            HttpResponse<String> answer = sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            HTTPResponse read = new HTTPResponse(answer.statusCode());
            answer.headers().map().forEach((name, values) -> read.setHeader(name, values.toArray(String[]::new)));
            read.setBody(answer.body());
            return read;
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new HttpTimeoutException("no whole answer in time");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException broken ? broken : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SignInFailed("the sign-in was broken off", e);
        }
    }

    /** From {@code expires_in}, which is to be a number of seconds; some send it as text, some as nonsense. */
    private static long seconds(@Nullable Object said) {
        try {
            double seconds = Double.parseDouble(String.valueOf(said));
            return seconds >= 1 ? (long) Math.min(seconds, MOST_SECONDS) : USUAL_SECONDS;
        } catch (NumberFormatException e) {
            return USUAL_SECONDS;
        }
    }

    private String where() {
        return "the token endpoint at " + endpoint.getHost();
    }

    /** Such as {@code invalid_client}; what else it says may quote what it was given. */
    private static String code(HTTPResponse refused) throws ParseException {
        String code = TokenErrorResponse.parse(refused).getErrorObject().getCode();
        return code == null ? "status " + refused.getStatusCode() : code;
    }

    /** A token, and how long it is said to last. */
    record Granted(String token, Duration lifetime) {

        @Override
        public String toString() {
            return "Granted[" + lifetime + "]";
        }
    }
}
