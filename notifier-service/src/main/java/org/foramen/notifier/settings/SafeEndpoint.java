package org.foramen.notifier.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.foramen.base.SettingRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

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

    /** What proves to an endpoint that we are its client: from the file where one is set, read anew. */
    static String secret(String setting, @Nullable Path file, @Nullable String value) {
        if (file != null) {
            try {
                return Files.readString(file).strip();
            } catch (IOException e) {
                throw new SettingRefused(setting + "_FILE cannot be read: " + file);
            }
        }
        if (!StringUtils.hasText(value)) {
            throw new SettingRefused(setting + " or " + setting + "_FILE is missing.");
        }
        return value;
    }
}
