package org.foramen.notifier.checkmail;

import java.util.Hashtable;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;

/**
 * Asks name servers.
 *
 * @param url such as {@code dns://192.0.2.53}; {@code dns:} are those of this machine
 */
record NameServers(String url) implements TextRecords {

    /** A text comes in pieces; those with a space or a quote in them are quoted. */
    private static final Pattern PIECE = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|[^\" ]+");

    static NameServers ofThisMachine() {
        return new NameServers("dns:");
    }

    @Override
    @SuppressWarnings("BanJNDI") // the provider for DNS makes no objects of what it reads, and knows no other protocol
    public List<String> of(String name) throws NamingException {
        Hashtable<String, String> settings = new Hashtable<>();
        settings.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
        settings.put("java.naming.provider.url", url);
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

    private static List<String> strings(NamingEnumeration<?> values) throws NamingException {
        Stream.Builder<String> texts = Stream.builder();
        while (values.hasMore()) {
            texts.add(joined(String.valueOf(values.next())));
        }
        return texts.build().toList();
    }

    private static String joined(String pieces) {
        return PIECE.matcher(pieces).results().map(NameServers::unquoted).collect(Collectors.joining());
    }

    private static String unquoted(MatchResult piece) {
        String quoted = piece.group(1);
        return quoted == null ? piece.group() : quoted.replaceAll("\\\\(.)", "$1");
    }
}
