package org.foramen.notifier.checkmail;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.stream.Stream;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;

/** What a domain says in the DNS about who may send in its name: SPF (RFC 7208), DKIM (RFC 6376), DMARC (RFC 7489). */
final class DomainRecords {

    /** Those of Microsoft 365, Google, Postmark and most others; a domain may use any. */
    private static final List<String> USUAL_SELECTORS =
            List.of("selector1", "selector2", "google", "pm", "default", "mail");

    private final Lookup dns;

    DomainRecords(Lookup dns) {
        this.dns = dns;
    }

    /** Asks the name servers of this machine. */
    static DomainRecords online() {
        return new DomainRecords(DomainRecords::texts);
    }

    /** A sentence each. */
    List<String> sentences(String domain) {
        try {
            return List.of(spf(domain), dkim(domain), dmarc(domain));
        } catch (NamingException e) {
            return List.of("DNS: no answer about " + domain + " from here ("
                    + e.getClass().getSimpleName() + "), so SPF, DKIM and DMARC were not looked up.");
        }
    }

    private String spf(String domain) throws NamingException {
        List<String> found = starting(domain, "v=spf1");
        return switch (found.size()) {
            case 0 -> "SPF: " + domain + " has no record: receivers cannot tell who may send for it.";
            case 1 -> "SPF: " + found.get(0);
            default -> "SPF: " + domain + " has " + found.size() + " records, which counts as none: make them one.";
        };
    }

    private String dkim(String domain) throws NamingException {
        List<String> selectors = new ArrayList<>();
        for (String selector : USUAL_SELECTORS) {
            boolean isKey =
                    dns.texts(selector + "._domainkey." + domain).stream().anyMatch(text -> text.contains("p="));
            if (isKey) {
                selectors.add(selector);
            }
        }
        return selectors.isEmpty()
                ? "DKIM: none of the usual selectors is there; look in a mail that arrived for what signed it."
                : "DKIM: keys at " + String.join(", ", selectors) + ".";
    }

    private String dmarc(String domain) throws NamingException {
        List<String> found = starting("_dmarc." + domain, "v=DMARC1");
        return found.isEmpty()
                ? "DMARC: " + domain + " has no record: anybody's mail in its name is judged without you."
                : "DMARC: " + found.get(0);
    }

    private List<String> starting(String name, String beginning) throws NamingException {
        return dns.texts(name).stream()
                .filter(text -> text.startsWith(beginning))
                .toList();
    }

    @SuppressWarnings("BanJNDI") // the provider for DNS makes no objects of what it reads, and knows no other protocol
    private static List<String> texts(String name) throws NamingException {
        Hashtable<String, String> settings = new Hashtable<>();
        settings.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
        settings.put("java.naming.provider.url", "dns:"); // the name servers of this machine
        settings.put("com.sun.jndi.dns.timeout.initial", "2000");
        settings.put("com.sun.jndi.dns.timeout.retries", "2");
        InitialDirContext context = new InitialDirContext(settings);
        try {
            Attribute found = context.getAttributes(name, new String[] {"TXT"}).get("TXT");
            return found == null ? List.of() : strings(found.getAll());
        } catch (NameNotFoundException e) {
            return List.of();
        } finally {
            context.close();
        }
    }

    /** A long text comes in quoted pieces. */
    private static List<String> strings(NamingEnumeration<?> values) throws NamingException {
        Stream.Builder<String> texts = Stream.builder();
        while (values.hasMore()) {
            texts.add(String.valueOf(values.next()).replace("\" \"", "").replace("\"", ""));
        }
        return texts.build().toList();
    }

    /** Finds the TXT records of a name. */
    interface Lookup {

        /** None when there is no such name. */
        List<String> texts(String name) throws NamingException;
    }
}
