package org.foramen.intake.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.foramen.intake.admission.RejectionMetrics;
import org.foramen.intake.limits.Client;
import org.foramen.intake.limits.Clients;
import org.foramen.intake.limits.ConcurrentPosts;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps an address from holding all threads with posts that trickle in. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ConcurrentPostsFilter extends OncePerRequestFilter {

    private final Clients clients;
    private final ConcurrentPosts posts;
    private final Refusal refusal;
    private final RejectionMetrics turnedAway;

    ConcurrentPostsFilter(Clients clients, ConcurrentPosts posts, Refusal refusal, RejectionMetrics turnedAway) {
        this.clients = clients;
        this.posts = posts;
        this.refusal = refusal;
        this.turnedAway = turnedAway;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Client client = clients.of(request);
        if (!posts.enter(client)) {
            turnedAway.count("at-once");
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            response.setHeader(HttpHeaders.CONNECTION, "close");
            refusal.send(request, response, HttpStatus.TOO_MANY_REQUESTS, "busy");
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            posts.leave(client);
        }
    }
}
