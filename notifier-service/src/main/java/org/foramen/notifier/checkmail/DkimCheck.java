package org.foramen.notifier.checkmail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.naming.NamingException;

/** Looks for the keys by which receivers check signatures (RFC 6376). */
final class DkimCheck {

    /** Those of Microsoft 365, Google, Postmark and most others; a domain may use any. */
    private static final List<String> USUAL = List.of("selector1", "selector2", "google", "pm", "default", "mail");

    private static final Pattern KEY = Pattern.compile("(^|.*;)\\s*p\\s*=.*");
    private static final Pattern WITHDRAWN = Pattern.compile("(^|.*;)\\s*p\\s*=\\s*(;.*)?");

    private final TextRecords dns;

    DkimCheck(TextRecords dns) {
        this.dns = dns;
    }

    String sentence(SenderDomains domains) throws NamingException {
        return "DKIM: " + (domains.selector() == null ? ofTheUsual(domains) : of(domains.keyAt(domains.selector())));
    }

    private String of(String name) throws NamingException {
        List<String> keys = keys(name);
        if (keys.size() > 1) {
            return name + " has " + keys.size() + " keys, and receivers may take any: leave one.";
        }
        if (keys.isEmpty()) {
            return "no key is at " + name + ": what is signed with it nobody can check.";
        }
        return WITHDRAWN.matcher(keys.get(0)).matches()
                ? "the key at " + name + " has been withdrawn (p= is empty)."
                : "a key is at " + name + ".";
    }

    private String ofTheUsual(SenderDomains domains) throws NamingException {
        List<String> selectors = new ArrayList<>();
        for (String selector : USUAL) {
            if (!keys(domains.keyAt(selector)).isEmpty()) {
                selectors.add(selector);
            }
        }
        return selectors.isEmpty()
                ? "none of the usual selectors is there; name yours behind the address."
                : "keys at " + String.join(", ", selectors) + "; name the one that signs behind the address.";
    }

    private List<String> keys(String name) throws NamingException {
        return dns.of(name).stream().filter(text -> KEY.matcher(text).matches()).toList();
    }
}
