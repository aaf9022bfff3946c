package org.foramen.notifier.console.signin.oidc;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.time.Duration;
import org.foramen.base.time.Wait;
import org.foramen.notifier.console.signin.ReturnTo;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.settings.OidcSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/**
 * The clinic's identity provider. It is asked what it can do when it is needed first, and not at the start: while it is away
 * nobody signs in by it, and everything else works.
 */
final class IdentityProvider implements ClientRegistrationRepository {

    static final String ID = "clinic";
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(IdentityProvider.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final OidcSettings settings;
    private final String client;
    private final String secret;
    private final String redirect;
    private volatile @Nullable ClientRegistration known;
    private @Nullable String trouble;
    private Wait pause = Wait.of(Duration.ZERO);

    IdentityProvider(NotifierSettings settings) {
        this.settings = settings.console().oidc();
        this.client = this.settings.client();
        this.secret = this.settings.secret();
        this.settings.provider();
        String base = settings.console().address() == null
                ? "{baseUrl}"
                : settings.console().address().toString().replaceAll("/+$", "");
        this.redirect = base + ProviderWay.BACK;
    }

    /** Where the browser comes to after sign-out at the provider. */
    String afterSignOut(String baseUrl) {
        return redirect.replace("{baseUrl}", baseUrl).replace(ProviderWay.BACK, ReturnTo.SIGNED_OUT);
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return id.equals(ID) ? registration() : null;
    }

    /** @throws ProviderAway while it cannot be reached, or is not who it should be */
    ClientRegistration registration() {
        ClientRegistration found = known;
        return found == null ? ask() : found;
    }

    /** What is known of it now. */
    @Nullable ClientRegistration ifKnown() {
        return known;
    }

    /** So that whoever starts us reads in the log what is wrong, before staff do on the page. */
    @Scheduled(fixedDelay = 60_000)
    void look() {
        try {
            registration();
        } catch (ProviderAway e) {
            log.debug("It was said already: {}", e.getMessage());
        }
    }

    private synchronized ClientRegistration ask() {
        ClientRegistration found = known;
        if (found != null) {
            return found;
        }
        if (trouble != null && !pause.isOver()) {
            throw new ProviderAway(trouble);
        }
        try {
            int millis = Math.toIntExact(PATIENCE.toMillis());
            OIDCProviderMetadata told = OIDCProviderMetadata.resolve(new Issuer(settings.provider()), millis, millis);
            known = found = ClientRegistrations.fromOidcConfiguration(told.toJSONObject())
                    .registrationId(ID)
                    .clientId(client)
                    .clientSecret(secret)
                    .scope(settings.scopes())
                    .redirectUri(redirect)
                    .build();
            log.info("Staff sign in to the console at {}", settings.provider());
            return found;
        } catch (GeneralException | IOException | IllegalArgumentException e) {
            throw away(e);
        }
    }

    private ProviderAway away(Exception e) {
        String now = "the identity provider %s (FORAMEN_CONSOLE_OIDC_ISSUER) %s: %s"
                .formatted(
                        settings.provider(),
                        e instanceof IOException ? "does not answer" : "does not answer as one should",
                        e.getMessage());
        if (!now.equals(trouble)) {
            log.warn("Nobody can sign in to the console by it: {}", now);
        }
        trouble = now;
        pause = Wait.of(PAUSE);
        return new ProviderAway(now);
    }

    /** It cannot be asked now. */
    static final class ProviderAway extends AuthenticationServiceException {

        private static final long serialVersionUID = 1L;

        ProviderAway(String why) {
            super(why);
        }
    }
}
