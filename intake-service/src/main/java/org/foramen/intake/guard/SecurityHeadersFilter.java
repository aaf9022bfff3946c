package org.foramen.intake.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.foramen.intake.limits.Clients;
import org.foramen.intake.page.PageAddress;
import org.foramen.intake.page.PageStyles;
import org.foramen.intake.settings.IntakeSettings;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells browsers to load nothing from elsewhere, to run nothing inline, to take no styles but ours, to tell nobody where they
 * were, to keep nothing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityHeadersFilter extends OncePerRequestFilter {

    private static final String POLICY = "default-src 'none'; style-src 'self' %s; script-src 'self'; img-src 'self';"
            + " connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors %s";

    private final Clients clients;
    private final String policy;
    private final String policyInFrame;

    SecurityHeadersFilter(IntakeSettings settings, Clients clients, PageStyles styles) {
        this.clients = clients;
        String frameHosts = ("'self' " + String.join(" ", settings.form().allowedOrigins())).strip();
        this.policy = POLICY.formatted(styles.source(), "'none'");
        this.policyInFrame = POLICY.formatted(styles.source(), frameHosts);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean framed = PageAddress.isFramed(request);
        response.setHeader("Content-Security-Policy", framed ? policyInFrame : policy);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (clients.isSecure(request)) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        chain.doFilter(request, response);
    }
}
