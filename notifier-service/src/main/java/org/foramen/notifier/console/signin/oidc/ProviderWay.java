package org.foramen.notifier.console.signin.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.foramen.notifier.console.signin.ReturnTo;
import org.foramen.notifier.console.signin.SignedIn;
import org.foramen.notifier.console.signin.WayIn;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.settings.OidcSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** The way in by the identity provider: there, back, and out. */
final class ProviderWay implements WayIn {

    static final String THERE = ReturnTo.SIGN_IN + "/oidc";
    static final String BACK = THERE + "/back";

    private static final Logger log = LoggerFactory.getLogger(ProviderWay.class);

    private final IdentityProvider provider;
    private final ProviderCalls calls;
    private final OidcSettings settings;
    private final ProviderSignOut signOut;

    ProviderWay(IdentityProvider provider, ProviderCalls calls, NotifierSettings settings) {
        this.provider = provider;
        this.calls = calls;
        this.settings = settings.console().oidc();
        this.signOut = new ProviderSignOut(provider, this.settings);
    }

    @Override
    public void addTo(HttpSecurity http) throws Exception {
        http.oauth2Login(login -> login.withObjectPostProcessor(new ToldAtTheStart())
                        .loginPage(ReturnTo.SIGN_IN)
                        .loginProcessingUrl(BACK)
                        .clientRegistrationRepository(provider)
                        .authorizedClientRepository(new NothingKept())
                        .authorizationEndpoint(there -> there.authorizationRequestResolver(new Start())
                                .authorizationRequestRepository(new PendingSignIns(settings.secret())))
                        .tokenEndpoint(token -> token.accessTokenResponseClient(calls.tokens()))
                        .userInfoEndpoint(info -> info.oidcUserService(calls.people()))
                        .successHandler((request, response, user) -> response.sendRedirect(ReturnTo.page(request)))
                        .failureHandler(this::refuse))
                .logout(logout -> logout.logoutSuccessHandler(signOut));
    }

    @Override
    public Optional<SignedIn> arrived(Authentication user) {
        return user.getPrincipal() instanceof OidcUser person
                ? StaffMember.of(person.getClaims(), settings)
                        .map(known -> new SignedIn(
                                known.name(),
                                known.role(),
                                name(),
                                person.getIdToken().getTokenValue(),
                                Instant.now()))
                : Optional.empty();
    }

    private String name() {
        return settings.provider().toString();
    }

    /** What the provider has changed since is heard when they sign in again. */
    @Override
    public boolean stillStands(SignedIn user) {
        return user.way().equals(name());
    }

    @Override
    public String leavesTo() {
        return signOut.leavesTo();
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        SignInRefusal refusal = SignInRefusal.of(e);
        log.warn("Sign-in at the identity provider came to nothing: {}", refusal.line());
        response.sendRedirect(ReturnTo.again(request, refusal.word()));
    }

    /** What goes wrong before anybody is sent to the provider is said in the same words as what goes wrong after. */
    private final class ToldAtTheStart implements ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> {

        @Override
        public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
            filter.setAuthenticationFailureHandler(ProviderWay.this::refuse);
            return filter;
        }
    }

    /** Begins a sign-in where the sign-in page leads, and nowhere else. */
    private final class Start implements OAuth2AuthorizationRequestResolver {

        private final DefaultOAuth2AuthorizationRequestResolver requests =
                new DefaultOAuth2AuthorizationRequestResolver(provider, THERE);

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
            return request.getServletPath().equals(THERE) ? requests.resolve(request, IdentityProvider.ID) : null;
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String id) {
            return null;
        }
    }
}
