package org.foramen.notifier.console.people;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Level;
import org.foramen.contract.Person;
import org.foramen.contract.RedFlag;
import org.foramen.contract.Region;
import org.foramen.contract.details.Details;
import org.foramen.notifier.order.Order;
import org.foramen.notifier.order.OrderFacts;
import org.foramen.notifier.order.OrderTable;
import org.foramen.notifier.order.PatientMailFate;
import org.jspecify.annotations.Nullable;

/**
 * Who it is and what was asked, as somebody sees it once. Its {@code toString} shows nothing.
 *
 * @param title the one order
 * @param alarms what must be known before anything else
 * @param phone as people read it; null when none was given
 * @param email where to write; null when nobody may
 * @param question the person's own words, possibly empty
 */
record Asked(
        InquiryReceived inquiry,
        String title,
        List<String> alarms,
        @Nullable String phone,
        @Nullable String email,
        String question,
        List<Fact> facts) {

    static Asked of(InquiryReceived inquiry, PatientMailFate fate, CaseWords words) {
        Person person = inquiry.person();
        Order order = OrderTable.orderFor(OrderFacts.of(inquiry, inquiry.suspected(), fate));
        boolean write = inquiry.consent().toEmail() || order == Order.WRITE_911;
        return new Asked(
                inquiry,
                words.order(order, words.languageOf(person), null),
                alarms(inquiry),
                person.phoneToRead(),
                write ? person.email() : null,
                inquiry.message(),
                facts(inquiry, words));
    }

    /** Opens the mail program. */
    public String mailto() {
        String subject = "Your question (" + inquiry.id().reference() + ")";
        return "mailto:" + encoded(String.valueOf(email)).replace("%40", "@") + "?subject=" + encoded(subject);
    }

    private static List<String> alarms(InquiryReceived inquiry) {
        String quoted = inquiry.redFlags().stream()
                .map(RedFlag::words)
                .distinct()
                .collect(Collectors.joining("”, “", "“", "”"));
        List<String> alarms = new ArrayList<>();
        if (inquiry.level() == Level.EMERGENCY) {
            alarms.add("May be an emergency: " + quoted + ". Our page told them to call 911.");
        } else if (inquiry.level() == Level.CRISIS) {
            alarms.add("They wrote " + quoted + ". Our page told them to call or text 988.");
            alarms.add(
                    "Do not hang up before 988 is on the line or somebody is with them. Then hand over to the nurse on duty.");
        } else if (inquiry.level() == Level.CALL_TODAY) {
            alarms.add("May need a doctor today: " + quoted + ".");
        }
        return alarms;
    }

    private static List<Fact> facts(InquiryReceived inquiry, CaseWords words) {
        Person person = inquiry.person();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Wants", person.preferredContact().wireName().equals("phone") ? "a call" : "an e-mail"));
        facts.add(new Fact("E-mail", person.email() == null ? "none given" : person.email()));
        facts.add(new Fact("Agreed to e-mail", inquiry.consent().toEmail() ? "yes" : "no"));
        facts.add(new Fact("Language", words.language(person.preferredLanguage())));
        if (inquiry.procedure() != null) {
            facts.add(new Fact("Thinks of", words.procedure(inquiry.procedure())));
        }
        if (inquiry.region() != Region.UNSPECIFIED) {
            facts.add(new Fact("Where", plain(inquiry.region().wireName())));
        }
        if (inquiry.details() != null) {
            addDetails(inquiry.details(), facts);
        }
        if (inquiry.suspected()) {
            facts.add(new Fact("May be spam", plain(String.join(", ", inquiry.suspicions()))));
        }
        return facts;
    }

    private static void addDetails(Details details, List<Fact> facts) {
        if (details.bestTime() != null) {
            facts.add(new Fact("Best time", details.bestTime().wireName()));
        }
        if (details.howLong() != null) {
            facts.add(new Fact("Has had it for", details.howLong().wireName()));
        }
        if (details.imaging() != null) {
            facts.add(new Fact("Has scans", details.imaging().wireName()));
        }
        if (!details.treatments().isEmpty()) {
            String tried = details.treatments().stream()
                    .map(one -> plain(one.wireName()))
                    .collect(Collectors.joining(", "));
            facts.add(new Fact("Has tried", tried));
        }
        if (details.forWhom() != null) {
            facts.add(new Fact("Asks for", plain(details.forWhom().wireName())));
        }
        if (details.patient() != null) {
            facts.add(new Fact("A patient already", details.patient().wireName()));
        }
    }

    private static String plain(String wireName) {
        return wireName.replace('-', ' ');
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "Asked[not shown]";
    }

    /** One thing that was told. */
    record Fact(String name, String value) {}
}
