package org.foramen.notifier.checkmail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.naming.NamingException;

/** Judges which servers a domain lets send in its name (RFC 7208). */
final class SpfCheck {

    private static final Pattern RECORD = Pattern.compile("v=spf1( .*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern ALL = Pattern.compile("[-~?+]?all");

    private final TextRecords dns;

    SpfCheck(TextRecords dns) {
        this.dns = dns;
    }

    String sentence(String domain) throws NamingException {
        List<String> found = dns.of(domain).stream()
                .filter(text -> RECORD.matcher(text).matches())
                .toList();
        return "SPF: "
                + switch (found.size()) {
                    case 0 -> domain + " has no record: receivers cannot tell who may send for it.";
                    case 1 -> judged(domain, found.get(0));
                    default -> domain + " has " + found.size() + " records, which counts as none: make them one.";
                };
    }

    private static String judged(String domain, String record) {
        List<String> terms = Arrays.asList(record.toLowerCase(Locale.ROOT).split(" +"));
        String all = terms.stream()
                .filter(term -> ALL.matcher(term).matches())
                .findFirst()
                .orElse("");
        if (all.equals("all") || all.equals("+all")) {
            return "the record of " + domain + " lets everybody send in its name: end it in -all or ~all: " + record;
        }
        if (all.isEmpty() && terms.stream().anyMatch(term -> term.startsWith("redirect="))) {
            return record;
        }
        if (!all.equals("-all") && !all.equals("~all")) {
            return "the record of " + domain + " forbids nobody: end it in -all or ~all: " + record;
        }
        boolean goesOn =
                terms.subList(terms.indexOf(all) + 1, terms.size()).stream().anyMatch(SpfCheck::isMechanism);
        return goesOn
                ? "what stands behind " + all + " in the record of " + domain + " counts for nothing: " + record
                : record;
    }

    private static boolean isMechanism(String term) {
        return !term.matches("[a-z][a-z0-9_.-]*=.*");
    }
}
