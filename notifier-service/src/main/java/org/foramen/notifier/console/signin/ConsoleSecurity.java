package org.foramen.notifier.console.signin;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may see which page, and what browsers are told. What machines watch stays open to them. */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

    static final String SIGN_IN = "/sign-in";

    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain console(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(SIGN_IN, "/console.css", "/console.js", "/icon.svg", "/actuator/**")
                                .permitAll()
                                .requestMatchers("/act/**")
                                .hasRole(Role.OPERATOR.name())
                                .anyRequest()
                                .hasAnyRole(Role.VIEWER.name(), Role.OPERATOR.name()))
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .defaultSuccessUrl("/")
                        .failureHandler((request, response, e) ->
                                response.sendRedirect(SIGN_IN + (e instanceof LockedException ? "?wait" : "?wrong"))))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl(SIGN_IN + "?out"))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()")))
                .build();
    }
}
