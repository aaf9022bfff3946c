package org.foramen.notifier.delivery;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mailbox behind an address, in one spelling of the many that reach it.
 *
 * @param name what stands before the at sign
 * @param domain what stands after it
 */
public record Mailbox(String name, String domain) {

    /** Domains of one provider in which one name is one person's, each with the first of them. */
    private static final Map<String, String> SIBLINGS = Map.ofEntries(
            entry("googlemail.com", "gmail.com"),
            entry("me.com", "icloud.com"), // support.apple.com/118230
            entry("mac.com", "icloud.com"),
            entry("protonmail.com", "proton.me"),
            entry("protonmail.ch", "proton.me"),
            entry("pm.me", "proton.me"),
            entry("ya.ru", "yandex.com"), // yandex.com/support/domain/additional/mailbox-alias.xml
            entry("yandex.ru", "yandex.com"),
            entry("yandex.by", "yandex.com"),
            entry("yandex.kz", "yandex.com"));

    /** Fastmail's: whatever is sent to {@code ana.fastmail.com} is Ana's (fastmail.help, "Plus addressing and subdomain addressing"). */
    private static final Pattern SUBDOMAIN = Pattern.compile("([^.]+)\\.(fastmail\\.(?:com|fm))");

    /** Yahoo's, each with people of its own. No name there has a dash; what follows one is a disposable address. */
    private static final Set<String> YAHOO = Set.of(
            """
            rocketmail.com yahoo.ca yahoo.co.in yahoo.co.uk yahoo.com yahoo.com.ar yahoo.com.br yahoo.com.mx yahoo.com.ph
            yahoo.de yahoo.es yahoo.fr yahoo.in yahoo.it ymail.com"""
                    .split("\\s+"));

    /** Where strangers have mailboxes beside each other; the larger ones of the United States, and of the world. */
    private static final Set<String> SHARED = Set.of(
            """
            126.com 163.com aim.com aol.com att.net bellsouth.net bk.ru charter.net comcast.net cox.net daum.net
            earthlink.net fastmail.com fastmail.fm free.fr frontier.com gmail.com gmx.com gmx.de gmx.net hanmail.net hotmail.ca
            hotmail.co.uk hotmail.com hotmail.com.mx hotmail.de hotmail.es hotmail.fr hotmail.it hushmail.com icloud.com
            inbox.ru juno.com laposte.net libero.it list.ru live.ca live.co.uk live.com live.com.mx live.fr mail.com
            mail.ru msn.com naver.com netzero.net optonline.net orange.fr outlook.com outlook.com.br outlook.es
            outlook.fr prodigy.net.mx proton.me qq.com rambler.ru rediffmail.com roadrunner.com rr.com sbcglobal.net
            spectrum.net t-online.de telus.net tuta.com tutanota.com verizon.net web.de windstream.net yahoo.co.jp
            yandex.com zoho.com zohomail.com"""
                    .split("\\s+"));

    /** Spectrum's regions, such as {@code socal.rr.com}. */
    private static final String REGIONS = ".rr.com";

    /**
     * Without case and without what a person may add after a plus. At Gmail dots mean nothing; at Proton neither do dots,
     * dashes and underscores, as {@code canonizeEmail} in Proton's own web clients has it.
     */
    public static Mailbox of(String address) {
        String lowered = address.toLowerCase(Locale.ROOT);
        int at = lowered.lastIndexOf('@');
        String typed = lowered.substring(at + 1);
        Matcher owner = SUBDOMAIN.matcher(typed);
        if (owner.matches()) {
            return new Mailbox(owner.group(1), owner.group(2));
        }
        String domain = SIBLINGS.getOrDefault(typed, typed);
        String name = lowered.substring(0, Math.max(0, at)).replaceFirst("(?<=.)\\+.*", "");
        return new Mailbox(spelled(name, domain), domain);
    }

    private static String spelled(String name, String domain) {
        if (YAHOO.contains(domain)) {
            return name.replaceFirst("(?<=.)-.*", "");
        }
        return switch (domain) {
            case "gmail.com" -> name.replace(".", "");
            case "proton.me" -> name.replaceAll("[._-]", "");
            default -> name;
        };
    }

    /** Whether others than the clinic have mailboxes in this domain. */
    public boolean isAtSharedProvider() {
        return SHARED.contains(domain) || YAHOO.contains(domain) || domain.endsWith(REGIONS);
    }

    /** Such as {@code anaruiz@gmail.com}; it need not be an address to write to. */
    @Override
    public String toString() {
        return name + "@" + domain;
    }
}
