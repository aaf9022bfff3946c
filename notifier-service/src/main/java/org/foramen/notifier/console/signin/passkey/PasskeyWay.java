package org.foramen.notifier.console.signin.passkey;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.foramen.notifier.console.signin.ReturnTo;
import org.foramen.notifier.console.signin.SignedIn;
import org.foramen.notifier.console.signin.WayIn;
import org.foramen.notifier.console.signin.password.PasswordCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsFilter;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationProvider;

/** The way in by a passkey; whoever came by one that was taken away is out, as is whom the file of users knows no more. */
final class PasskeyWay implements WayIn {

    private static final Logger log = LoggerFactory.getLogger(PasskeyWay.class);
    private static final long LONGEST = 64 * 1024;
    private static final String PLACE = ReturnTo.SIGN_IN + "/passkey";

    private final Passkeys passkeys;
    private final Challenges challenges;
    private final PasswordCheck users;

    PasskeyWay(Passkeys passkeys, Challenges challenges, PasswordCheck users) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.users = users;
    }

    @Override
    public void addTo(HttpSecurity http) throws Exception {
        http.with(new Filters(), Customizer.withDefaults());
    }

    @Override
    public Optional<SignedIn> arrived(Authentication user) {
        return user.getPrincipal() instanceof PresentedPasskey shown
                ? users.known(shown.getName(), SignedIn.PASSKEY, shown.passkey().toBase64UrlString())
                : Optional.empty();
    }

    @Override
    public boolean stillStands(SignedIn user) {
        return user.way().equals(SignedIn.PASSKEY)
                && users.stillKnows(user)
                && passkeys.has(user.getName(), Bytes.fromBase64(PasswordCheck.shownBy(user)));
    }

    /** Of strangers no more is read than an answer can have. */
    private static boolean isShort(HttpServletRequest request) {
        return request.getContentLengthLong() >= 0 && request.getContentLengthLong() <= LONGEST;
    }

    /** Spring Security's own configurer keeps what it asks in sessions, and does not change a session's id at sign-in. */
    private final class Filters extends AbstractHttpConfigurer<Filters, HttpSecurity> {

        @Override
        public void configure(HttpSecurity http) {
            PublicKeyCredentialRequestOptionsFilter asks = new PublicKeyCredentialRequestOptionsFilter(passkeys);
            asks.setRequestMatcher(pathPattern(HttpMethod.POST, PLACE + "/options"));
            asks.setRequestOptionsRepository(challenges);

            WebAuthnAuthenticationFilter signsIn = new WebAuthnAuthenticationFilter();
            signsIn.setRequiresAuthenticationRequestMatcher(
                    new AndRequestMatcher(pathPattern(HttpMethod.POST, PLACE), PasskeyWay::isShort));
            signsIn.setRequestOptionsRepository(challenges);
            signsIn.setAuthenticationManager(
                    new ProviderManager(new WebAuthnAuthenticationProvider(passkeys, users::details)));
            signsIn.setSessionAuthenticationStrategy(http.getSharedObject(SessionAuthenticationStrategy.class));
            signsIn.setAuthenticationSuccessHandler(
                    (request, response, user) -> response.setStatus(HttpServletResponse.SC_NO_CONTENT));
            signsIn.setAuthenticationFailureHandler((request, response, e) -> {
                log.warn("Sign-in to the console refused");
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            });
            http.addFilterBefore(signsIn, BasicAuthenticationFilter.class)
                    .addFilterBefore(asks, AuthorizationFilter.class);
        }
    }
}
