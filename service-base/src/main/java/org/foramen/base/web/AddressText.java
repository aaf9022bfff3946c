package org.foramen.base.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads IP addresses, and never asks a name server. */
final class AddressText {

    private static final Pattern V4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern WITH_PORT = Pattern.compile("^(?:\\[([^\\]]*)](?::\\d+)?|([\\d.]+):\\d+)$");

    private static final Pattern ZONE = Pattern.compile("(:[0-9a-fA-F:.]*)%[^\\]]+");

    private AddressText() {}

    /** Empty when the text is none. A port may follow, as some proxies write it, or a zone, which is of no account. */
    static Optional<InetAddress> parse(String text) {
        String typed = ZONE.matcher(text.strip()).replaceFirst("$1");
        String address = typed.indexOf(':') < 0 && !typed.startsWith("[")
                ? typed
                : WITH_PORT.matcher(typed).replaceFirst("$1$2");
        if (address.length() > 45
                || !(V4.matcher(address).matches() || V6.matcher(address).matches())) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
