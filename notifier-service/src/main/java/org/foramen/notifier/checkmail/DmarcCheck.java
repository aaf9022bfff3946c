package org.foramen.notifier.checkmail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * Judges what a domain wants done with mail that is not its own (RFC 7489), and whether ours would be taken for its own. To
 * which organization a domain belongs is found by walking up to its highest record, as the next DMARC has it.
 */
final class DmarcCheck {

    private static final Pattern RECORD = Pattern.compile("v=DMARC1\\s*(;.*)?");
    private static final Set<String> POLICIES = Set.of("none", "quarantine", "reject");

    private final TextRecords dns;

    DmarcCheck(TextRecords dns) {
        this.dns = dns;
    }

    /** About the record, the envelope sender, and what signs. */
    List<String> sentences(SenderDomains domains) throws NamingException {
        List<Found> found = upwards(domains.from());
        Map<String, String> policy =
                found.isEmpty() ? Map.of() : tags(found.get(0).records().get(0));
        boolean spf = isAligned(domains.from(), domains.envelope(), policy.get("aspf"));
        boolean dkim = isAligned(domains.from(), domains.signer(), policy.get("adkim"));
        List<String> sentences = new ArrayList<>(List.of(
                "DMARC: " + (found.isEmpty() ? none(domains.from()) : judged(found.get(0), policy)),
                "Alignment: the envelope sender is at " + domains.envelope() + " and from at " + domains.from()
                        + ": SPF " + counts(spf),
                "Alignment: "
                        + (domains.selector() == null
                                ? "DKIM counts for DMARC when mails are signed with d=" + domains.from() + "."
                                : "mails are signed with d=" + domains.signer() + " and from is at " + domains.from()
                                        + ": DKIM " + counts(dkim))));
        if (!spf && !dkim) {
            sentences.add("Alignment: neither counts, so our mails fail DMARC: have them signed with d="
                    + domains.from() + ", or set FORAMEN_BOUNCES_ADDRESS to an address there.");
        }
        return sentences;
    }

    private static String counts(boolean is) {
        return is ? "counts for DMARC." : "does not count for DMARC.";
    }

    private static String none(String domain) {
        return domain + " has no record: anybody's mail in its name is judged without you.";
    }

    private static String judged(Found at, Map<String, String> policy) {
        if (at.records().size() > 1) {
            return "_dmarc." + at.domain() + " has " + at.records().size()
                    + " records, which counts as none: make them one.";
        }
        return POLICIES.contains(policy.getOrDefault("p", "").toLowerCase(Locale.ROOT))
                ? at.records().get(0)
                : "the record at _dmarc." + at.domain() + " names no policy (p=none, quarantine or reject): "
                        + at.records().get(0);
    }

    private boolean isAligned(String from, String other, @Nullable String mode) throws NamingException {
        if (from.equals(other) || "s".equalsIgnoreCase(mode)) {
            return from.equals(other);
        }
        return from.endsWith("." + other)
                || other.endsWith("." + from)
                || organization(from).equals(organization(other));
    }

    private String organization(String domain) throws NamingException {
        List<Found> found = upwards(domain);
        return found.isEmpty() ? domain : found.get(found.size() - 1).domain();
    }

    /** The domain's own record and those of the domains above it that are no registries', the nearest first. */
    private List<Found> upwards(String domain) throws NamingException {
        List<Found> all = new ArrayList<>();
        for (String at = domain; at.contains("."); at = at.substring(at.indexOf('.') + 1)) {
            List<String> records = dns.of("_dmarc." + at).stream()
                    .filter(text -> RECORD.matcher(text).matches())
                    .toList();
            if (!records.isEmpty() && !"y".equalsIgnoreCase(tags(records.get(0)).get("psd"))) {
                all.add(new Found(at, records));
            }
        }
        return all;
    }

    private static Map<String, String> tags(String record) {
        Map<String, String> tags = new TreeMap<>();
        for (String tag : record.split(";")) {
            String[] parts = tag.strip().split("\\s*=\\s*", 2);
            if (parts.length == 2) {
                tags.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
            }
        }
        return tags;
    }

    private record Found(String domain, List<String> records) {}
}
