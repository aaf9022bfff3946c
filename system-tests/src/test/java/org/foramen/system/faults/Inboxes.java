package org.foramen.system.faults;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foramen.stack.mail.ReceivedMail;

/** The mails about one crowd's inquiries, sorted by Message-ID. */
public final class Inboxes {

    private static final Pattern REPLY_TO = Pattern.compile("^Reply-To: *<?([^>\r\n]*)", Pattern.MULTILINE);

    private final Map<String, String> accepted;
    private final Map<String, List<ReceivedMail>> copies;

    /** @param accepted inquiry ids and e-mail addresses */
    public Inboxes(Map<String, String> accepted, List<ReceivedMail> all) {
        this.accepted = accepted;
        this.copies = all.stream()
                .filter(mail -> accepted.containsKey(inquiry(mail)))
                .collect(Collectors.groupingBy(mail -> inquiry(mail) + "." + audience(mail)));
    }

    /** Mails for an audience, copies included. */
    int count(String audience) {
        return copies.entrySet().stream()
                .filter(one -> one.getKey().endsWith("." + audience))
                .mapToInt(one -> one.getValue().size())
                .sum();
    }

    /** The mails for an audience, by the inquiry that they are about. */
    Map<String, ReceivedMail> first(String audience) {
        return copies.entrySet().stream()
                .filter(one -> one.getKey().endsWith("." + audience))
                .collect(Collectors.toMap(one -> one.getKey().split("\\.", 2)[0], one -> one.getValue()
                        .get(0)));
    }

    /** Accepted inquiries that the clinic does not have, or whose person got no mail without the clinic being told. */
    public long lost() {
        return accepted.keySet().stream()
                .filter(id -> !isThere(id, mail -> true))
                .count();
    }

    /** Each accepted inquiry has its mails, and the server told the notifier so. */
    public boolean complete() {
        return accepted.keySet().stream().allMatch(id -> isThere(id, ReceivedMail::acknowledged));
    }

    /** Mails that came again under the same Message-ID. */
    public int repeats() {
        return copies.values().stream().mapToInt(one -> one.size() - 1).sum();
    }

    /** People who got, or about whom the clinic got, the same mail under two Message-IDs: that would be an unseen repeat. */
    static long disguised(Set<String> people, List<ReceivedMail> all) {
        Map<String, Set<String>> names = new HashMap<>();
        for (ReceivedMail mail : all) {
            String person = people.contains(mail.recipient()) ? mail.recipient() : replyTo(mail);
            if (people.contains(person)) {
                names.computeIfAbsent(person + mail.recipient(), any -> new HashSet<>())
                        .add(mail.messageId());
            }
        }
        return names.values().stream().filter(several -> several.size() > 1).count();
    }

    private boolean isThere(String id, Predicate<ReceivedMail> counts) {
        return has(id, counts, "clinic", "fallback") && has(id, counts, "patient", "notice");
    }

    private boolean has(String id, Predicate<ReceivedMail> counts, String... audiences) {
        return Stream.of(audiences)
                .flatMap(audience -> copies.getOrDefault(id + "." + audience, List.of()).stream())
                .anyMatch(counts);
    }

    private static String inquiry(ReceivedMail mail) {
        return mail.messageId().split("[<.@]")[mail.messageId().isEmpty() ? 0 : 1];
    }

    private static String audience(ReceivedMail mail) {
        return mail.messageId().split("[<.@]")[2];
    }

    private static String replyTo(ReceivedMail mail) {
        Matcher found = REPLY_TO.matcher(mail.head());
        return found.find() ? found.group(1) : "";
    }
}
