package org.foramen.notifier.delivery;

import java.util.Locale;
import java.util.Set;

/**
 * The mailbox behind an address, in one spelling of the many that reach it.
 *
 * @param name what stands before the at sign
 * @param domain what stands after it
 */
public record Mailbox(String name, String domain) {

    private static final Set<String> GMAIL = Set.of("gmail.com", "googlemail.com");

    private static final Set<String> YAHOO = Set.of("yahoo.com", "ymail.com", "rocketmail.com");

    /** Where strangers have mailboxes beside each other; the larger ones of the United States, and of the world. */
    private static final Set<String> SHARED = Set.of(
            "126.com",
            "163.com",
            "aol.com",
            "att.net",
            "bellsouth.net",
            "charter.net",
            "comcast.net",
            "cox.net",
            "earthlink.net",
            "fastmail.com",
            "frontier.com",
            "gmail.com",
            "gmx.com",
            "gmx.de",
            "gmx.net",
            "hotmail.com",
            "hotmail.es",
            "hushmail.com",
            "icloud.com",
            "live.com",
            "mac.com",
            "mail.com",
            "mail.ru",
            "me.com",
            "msn.com",
            "naver.com",
            "optonline.net",
            "outlook.com",
            "outlook.es",
            "proton.me",
            "protonmail.com",
            "qq.com",
            "rocketmail.com",
            "sbcglobal.net",
            "spectrum.net",
            "tutanota.com",
            "verizon.net",
            "web.de",
            "yahoo.com",
            "yahoo.com.mx",
            "yahoo.es",
            "yandex.com",
            "ymail.com",
            "zohomail.com");

    /** Without case, without what a person may add after a plus, and at Gmail without dots. */
    public static Mailbox of(String address) {
        String lowered = address.toLowerCase(Locale.ROOT);
        int at = lowered.lastIndexOf('@');
        String domain = GMAIL.contains(lowered.substring(at + 1)) ? "gmail.com" : lowered.substring(at + 1);
        String name = lowered.substring(0, Math.max(0, at)).replaceFirst("(?<=.)\\+.*", "");
        if (YAHOO.contains(domain)) {
            name = name.replaceFirst("(?<=.)-.*", ""); // Yahoo's disposable addresses
        }
        return new Mailbox(GMAIL.contains(domain) ? name.replace(".", "") : name, domain);
    }

    /** Whether others than the clinic have mailboxes in this domain. */
    public boolean isAtSharedProvider() {
        return SHARED.contains(domain);
    }

    /** Such as {@code anaruiz@gmail.com}; it need not be an address to write to. */
    @Override
    public String toString() {
        return name + "@" + domain;
    }
}
