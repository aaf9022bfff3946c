package org.foramen.contract;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The message of an inquiry that no person sent, but the notifier, to see whether it arrives. Anybody can write such words; only
 * the notifier can tell whether the signature is its own.
 *
 * @param name of this one
 * @param signature over the name and the mailbox
 */
public record CanaryWords(String name, String signature) {

    private static final String START = "This is a test of the way, sent by nobody: ";

    private static final Pattern FORM = Pattern.compile(Pattern.quote(START) + "([0-9a-f-]{36}) ([\\w-]{43})");

    /** Those that make up a message. */
    public static Optional<CanaryWords> in(String message) {
        Matcher parts = FORM.matcher(message);
        return parts.matches() ? Optional.of(new CanaryWords(parts.group(1), parts.group(2))) : Optional.empty();
    }

    public String message() {
        return START + name + " " + signature;
    }
}
