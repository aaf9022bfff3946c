package org.foramen.notifier.settings;

import java.net.URI;
import java.util.regex.Pattern;

/** Secrets pass only over TLS, or within this machine. */
final class SafeEndpoint {

    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");

    private SafeEndpoint() {}

    /** The same of one whose host has a name, as browsers ask for where passkeys are. */
    static boolean isNamed(URI endpoint) {
        String host = endpoint.getHost();
        return is(endpoint)
                && host != null
                && !host.contains(":")
                && !NUMBERS.matcher(host).matches();
    }

    static boolean is(URI endpoint) {
        return "https".equals(endpoint.getScheme())
                || "127.0.0.1".equals(endpoint.getHost())
                || "localhost".equals(endpoint.getHost());
    }
}
