package org.foramen.notifier.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import org.foramen.base.web.Household;
import org.foramen.base.web.RequestsUnderWay;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps posts that trickle in, which need no sign-in, from holding all threads: then nobody would see a page. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class SlowPosts extends OncePerRequestFilter {

    private static final int OF_HOUSEHOLD = 20;
    private static final int OF_ALL = 100;

    private final RequestsUnderWay underWay = new RequestsUnderWay();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        InetAddress peer = InetAddress.getByName(request.getRemoteAddr()); // of an address no name is looked up
        Map<ByteBuffer, Integer> shares = Map.of(Household.of(peer), OF_HOUSEHOLD, RequestsUnderWay.ALL, OF_ALL);
        if (!underWay.enter(shares)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            response.setHeader(HttpHeaders.CONNECTION, "close");
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            underWay.leave(shares);
        }
    }
}
