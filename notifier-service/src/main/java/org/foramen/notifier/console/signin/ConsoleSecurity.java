package org.foramen.notifier.console.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may see which page, and what browsers are told. What machines watch stays open to them. Whoever is not signed in leaves
 * nothing behind on the server: no session, and no request to come back to.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

    static final String SIGN_IN = "/sign-in";

    private static final Duration KNOWN = Duration.ofDays(180);
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final SignIn signIn;

    ConsoleSecurity(SignIn signIn) {
        this.signIn = signIn;
    }

    @Bean
    SecurityFilterChain console(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(SIGN_IN, "/console.css", "/console.js", "/*.svg", "/actuator/**")
                                .permitAll()
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
                        (request, response, e) -> response.sendRedirect(ReturnTo.signInFor(request))))
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .authenticationDetailsSource(Visitor::of)
                        .successHandler(this::welcome)
                        .failureHandler((request, response, e) -> response.sendRedirect(
                                ReturnTo.again(request, e instanceof LockedException ? "wait" : "wrong"))))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl(SIGN_IN + "?out"))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()")))
                .build();
    }

    private static CookieCsrfTokenRepository tokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("foramen-form");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        return tokens;
    }

    private void welcome(HttpServletRequest request, HttpServletResponse response, Authentication user)
            throws IOException {
        String known = ResponseCookie.from(Visitor.COOKIE, signIn.mark(user.getName()))
                .path(SIGN_IN)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .maxAge(KNOWN)
                .build()
                .toString();
        response.addHeader(HttpHeaders.SET_COOKIE, known);
        response.sendRedirect(ReturnTo.page(request));
    }
}
