package org.foramen.notifier.console.signin.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.foramen.notifier.console.signin.ReturnTo;
import org.foramen.notifier.console.signin.SignedIn;
import org.foramen.notifier.settings.OidcSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Leads whoever came from the identity provider back to it, to sign out there too. */
final class ProviderSignOut implements LogoutSuccessHandler {

    private static final Logger log = LoggerFactory.getLogger(ProviderSignOut.class);

    private final IdentityProvider provider;
    private final OidcSettings settings;

    ProviderSignOut(IdentityProvider provider, OidcSettings settings) {
        this.provider = provider;
        this.settings = settings;
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication user)
            throws IOException {
        response.sendRedirect(placeAfter(request, user));
    }

    /** The sites that a browser may be sent to then. */
    String leavesTo() {
        String issuer = siteOf(settings.provider());
        URI end = endOf(provider.ifKnown());
        return end == null || siteOf(end).equals(issuer) ? issuer : issuer + " " + siteOf(end);
    }

    private String placeAfter(HttpServletRequest request, @Nullable Authentication user) {
        String here = ReturnTo.SIGN_IN + "?out";
        if (!(user instanceof SignedIn person)
                || !person.way().equals(settings.provider().toString())) {
            return here;
        }
        try {
            URI end = endOf(provider.registration());
            return end == null
                    ? here
                    : UriComponentsBuilder.fromUri(end)
                            .queryParam("id_token_hint", person.proof())
                            .queryParam("client_id", settings.client())
                            .queryParam(
                                    "post_logout_redirect_uri",
                                    provider.afterSignOut(ServletUriComponentsBuilder.fromContextPath(request)
                                            .toUriString()))
                            .encode()
                            .toUriString();
        } catch (IdentityProvider.ProviderAway e) {
            log.warn("Somebody signed out here, and not at the provider: {}", e.getMessage());
            return here;
        }
    }

    private static @Nullable URI endOf(@Nullable ClientRegistration known) {
        Object end = known == null
                ? null
                : known.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
        return end instanceof String address ? URI.create(address) : null;
    }

    private static String siteOf(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
