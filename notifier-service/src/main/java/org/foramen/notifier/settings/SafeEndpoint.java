package org.foramen.notifier.settings;

import java.net.URI;

/** Secrets pass only over TLS, or within this machine. */
final class SafeEndpoint {

    private SafeEndpoint() {}

    static boolean is(URI endpoint) {
        return "https".equals(endpoint.getScheme())
                || "127.0.0.1".equals(endpoint.getHost())
                || "localhost".equals(endpoint.getHost());
    }
}
