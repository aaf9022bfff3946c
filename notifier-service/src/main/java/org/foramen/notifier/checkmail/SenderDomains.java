package org.foramen.notifier.checkmail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The domains that receivers compare.
 *
 * @param from the one in {@code From}, which patients see
 * @param envelope the one of the envelope sender, to which SPF belongs
 * @param signer the one that signs ({@code d=} of DKIM)
 * @param selector under which the signer's key stands; null: nobody has said
 */
record SenderDomains(String from, String envelope, String signer, @Nullable String selector) {

    private static final String KEYS = "._domainkey.";

    /**
     * @param from an address
     * @param envelope an address
     * @param key a selector, whose key is looked for at the domain of {@code from}, or the whole name of a key, such as
     *     {@code s1._domainkey.relay.example}; null: nobody has said
     */
    static SenderDomains of(String from, String envelope, @Nullable String key) {
        String domain = domain(from);
        if (key == null || !key.contains(KEYS)) {
            return new SenderDomains(domain, domain(envelope), domain, key);
        }
        int at = key.indexOf(KEYS);
        return new SenderDomains(
                domain, domain(envelope), plain(key.substring(at + KEYS.length())), key.substring(0, at));
    }

    /** Where a key is looked for. */
    String keyAt(String selector) {
        return selector + KEYS + signer;
    }

    private static String domain(String address) {
        return plain(address.substring(address.lastIndexOf('@') + 1));
    }

    /** As it is compared. */
    private static String plain(String domain) {
        return (domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain).toLowerCase(Locale.ROOT);
    }
}
