package org.foramen.intake.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.foramen.intake.settings.AbuseSettings;
import org.foramen.intake.settings.IntakeSettings;
import org.springframework.stereotype.Component;

/**
 * Finds out who sent a request. Anybody may write anything into {@code X-Forwarded-For}; what a trusted proxy added at its
 * right end is believed, and nothing to the left of the first address that is no trusted proxy's.
 */
@Component
public class Clients {

    private static final List<String> THIS_MACHINE = List.of("127.0.0.0/8", "::1/128");
    private static final List<String> NOBODY = List.of("none");
    private static final InetAddress UNKNOWN = InetAddress.getLoopbackAddress();
    private static final String KNOWN = Clients.class.getName();

    private final Networks trustedProxies;
    private final Networks exempt;

    public Clients(AbuseSettings abuse, IntakeSettings intake) {
        this.trustedProxies = Networks.of(abuse.trustedProxies(), "FORAMEN_ABUSE_TRUSTED_PROXIES");
        this.exempt = Networks.of(exempt(abuse.exempt(), intake.production()), "FORAMEN_ABUSE_EXEMPT");
    }

    /** Found out once for each request, however many ask. */
    public Client of(HttpServletRequest request) {
        if (request.getAttribute(KNOWN) instanceof Client known) {
            return known;
        }
        InetAddress address = addressOf(request);
        Client client = Client.of(address, exempt.hold(address));
        request.setAttribute(KNOWN, client);
        return client;
    }

    /** True when the visitor's own connection is encrypted, here or at a trusted proxy. */
    public boolean isSecure(HttpServletRequest request) {
        return request.isSecure()
                || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto")) && cameByProxy(request);
    }

    public boolean cameByProxy(HttpServletRequest request) {
        return trustedProxies.hold(peerOf(request));
    }

    private InetAddress addressOf(HttpServletRequest request) {
        InetAddress known = peerOf(request);
        if (!trustedProxies.hold(known)) {
            return known;
        }
        List<String> hops = Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .toList();
        for (int hop = hops.size() - 1; hop >= 0 && trustedProxies.hold(known); hop--) {
            Optional<InetAddress> before = AddressText.parse(hops.get(hop));
            if (before.isEmpty()) {
                return known;
            }
            known = before.get();
        }
        return known;
    }

    private static InetAddress peerOf(HttpServletRequest request) {
        return AddressText.parse(request.getRemoteAddr()).orElse(UNKNOWN);
    }

    private static List<String> exempt(List<String> given, boolean production) {
        if (given.isEmpty()) {
            return production ? List.of() : THIS_MACHINE;
        }
        return given.equals(NOBODY) ? List.of() : given;
    }
}
