package org.foramen.intake.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells posts that another site's page made. Browsers say so in {@code Sec-Fetch-Site}; older ones name the page's
 * {@code Origin}, which is {@code null} for our own pages, as they tell nobody where they were.
 */
@Component
public class SameOrigin {

    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final Clients clients;

    SameOrigin(Clients clients) {
        this.clients = clients;
    }

    public boolean isForeign(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !OURS.contains(site);
        }
        String origin = request.getHeader("Origin");
        return origin != null && !"null".equals(origin) && !Objects.equals(hostOf(origin), host(request));
    }

    private @Nullable String host(HttpServletRequest request) {
        String forwarded = clients.cameByProxy(request) ? request.getHeader("X-Forwarded-Host") : null;
        return forwarded == null ? request.getHeader("Host") : forwarded;
    }

    private static @Nullable String hostOf(String origin) {
        try {
            return URI.create(origin).getRawAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
