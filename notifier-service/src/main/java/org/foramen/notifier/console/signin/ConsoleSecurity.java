package org.foramen.notifier.console.signin;

import static java.util.stream.Collectors.joining;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.foramen.notifier.settings.NotifierSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.AuthorizationManagerFactory;
import org.springframework.security.authorization.DefaultAuthorizationManagerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may see which page, and what browsers are told. What machines watch stays open to them. Whoever is not signed in leaves
 * nothing behind on the server: no session, and no request to come back to.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

    private static final String POLICY = "Content-Security-Policy";

    private final List<WayIn> ways;
    private final boolean secondFactor;

    ConsoleSecurity(List<WayIn> ways, NotifierSettings settings) {
        this.ways = ways;
        this.secondFactor = settings.console().secondFactor();
    }

    /** What must be shown beside a role: where a second factor is demanded, more than a password. */
    @Bean
    AuthorizationManagerFactory<Object> rights() {
        DefaultAuthorizationManagerFactory<Object> rights = new DefaultAuthorizationManagerFactory<>();
        if (secondFactor) {
            rights.setAdditionalAuthorization(AuthorityAuthorizationManager.hasAnyAuthority(
                    FactorGrantedAuthority.WEBAUTHN_AUTHORITY, FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY));
        }
        return rights;
    }

    @Bean
    SecurityFilterChain console(HttpSecurity http) throws Exception {
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(ReturnTo.SIGN_IN, ReturnTo.SIGNED_OUT)
                        .permitAll()
                        .requestMatchers("/console.css", "/console.js", "/passkeys.js", "/*.svg", "/actuator/**")
                        .permitAll()
                        .requestMatchers(ReturnTo.PASSKEYS + "/**")
                        .access(AuthorityAuthorizationManager.hasAnyAuthority(
                                FactorGrantedAuthority.PASSWORD_AUTHORITY, FactorGrantedAuthority.WEBAUTHN_AUTHORITY))
                        .requestMatchers("/act/release")
                        .hasRole(Role.DESK.name())
                        .requestMatchers("/act/**")
                        .hasRole(Role.OPERATOR.name())
                        .requestMatchers(HttpMethod.POST, "/people/**")
                        .hasRole(Role.DESK.name())
                        .anyRequest()
                        .hasRole(Role.VIEWER.name()))
                .requestCache(RequestCacheConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens()))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (request, response, e) -> response.sendRedirect(ReturnTo.signInFor(request)))
                        .accessDeniedHandler(this::refuse))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl(ReturnTo.SIGN_IN + "?out"))
                .headers(headers -> headers.addHeaderWriter(this::tellPolicy)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()")));
        for (WayIn way : ways) {
            way.addTo(http);
        }
        return http.build();
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        boolean owesPasskey =
                secondFactor && request.getUserPrincipal() instanceof SignedIn user && user.byPasswordAlone();
        if (owesPasskey && e instanceof AuthorizationDeniedException) {
            response.sendRedirect(ReturnTo.passkeyFor(request));
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** Browsers hold the way that a form leads on, as sign-out does, against the policy too. */
    private void tellPolicy(HttpServletRequest request, HttpServletResponse response) {
        if (response.containsHeader(POLICY)) {
            return;
        }
        String forms = ways.stream()
                .map(WayIn::leavesTo)
                .filter(site -> !site.isEmpty())
                .map(site -> " " + site)
                .collect(joining());
        response.setHeader(
                POLICY,
                "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
                        + " form-action 'self'" + forms + "; base-uri 'none'; frame-ancestors 'none'");
    }

    private static CookieCsrfTokenRepository tokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("foramen-form");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        return tokens;
    }
}
