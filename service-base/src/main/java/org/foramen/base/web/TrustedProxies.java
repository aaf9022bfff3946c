package org.foramen.base.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Finds out who sent a request. Anybody may write anything into {@code X-Forwarded-For}; what a trusted proxy added at its
 * right end is believed, and nothing to the left of the first address that is no trusted proxy's.
 */
public final class TrustedProxies {

    private static final InetAddress UNKNOWN = InetAddress.getLoopbackAddress();

    private final Networks proxies;

    private TrustedProxies(Networks proxies) {
        this.proxies = proxies;
    }

    /**
     * @param networks such as {@code 10.0.0.0/8}
     * @param setting the variable that they come from, for the sentence that refuses one
     */
    public static TrustedProxies in(List<String> networks, String setting) {
        return new TrustedProxies(Networks.of(networks, setting));
    }

    /** The visitor's own address, as far as trusted proxies tell. */
    public InetAddress clientOf(HttpServletRequest request) {
        InetAddress known = peerOf(request);
        if (!proxies.hold(known)) {
            return known;
        }
        List<String> hops = Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .toList();
        for (int hop = hops.size() - 1; hop >= 0 && proxies.hold(known); hop--) {
            Optional<InetAddress> before = AddressText.parse(hops.get(hop));
            if (before.isEmpty()) {
                return known;
            }
            known = before.get();
        }
        return known;
    }

    /** True when the visitor's own connection is encrypted, here or at a trusted proxy. */
    public boolean isSecure(HttpServletRequest request) {
        return request.isSecure()
                || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto")) && cameByProxy(request);
    }

    public boolean cameByProxy(HttpServletRequest request) {
        return proxies.hold(peerOf(request));
    }

    public boolean hold(InetAddress peer) {
        return proxies.hold(peer);
    }

    private static InetAddress peerOf(HttpServletRequest request) {
        return AddressText.parse(request.getRemoteAddr()).orElse(UNKNOWN);
    }
}
