package org.foramen.notifier.console.people;

import java.util.ArrayList;
import java.util.List;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Person;
import org.foramen.notifier.message.desk.DeskNote;
import org.foramen.notifier.message.template.MarkedText;
import org.foramen.notifier.order.Order;
import org.jspecify.annotations.Nullable;

/**
 * Who it is and what was asked, as somebody sees it once, in the words of the clinic's mail. Its {@code toString} shows nothing.
 *
 * @param title the one order
 * @param alarms what must be known before anything else
 * @param phone as people read it; null when none was given
 * @param email where to write; null when nobody may
 * @param mailto opens the mail program with the greeting ready; null when nobody may write
 * @param question the person's own words, possibly empty
 * @param told what was told beside the question, possibly empty
 */
record Asked(
        InquiryReceived inquiry,
        String title,
        List<MarkedText> alarms,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String mailto,
        String question,
        String told,
        List<Fact> facts) {

    static Asked of(InquiryReceived inquiry, Order order, DeskNote desk, CaseWords words) {
        Person person = inquiry.person();
        boolean write = inquiry.consent().toEmail() || order == Order.WRITE_911;
        String email = write ? person.email() : null;
        return new Asked(
                inquiry,
                desk.order(inquiry, order),
                desk.alarms(inquiry),
                person.phoneToRead(),
                email,
                email == null ? null : desk.reply(inquiry, email, order).link(),
                inquiry.message(),
                desk.facts(inquiry),
                facts(inquiry, words));
    }

    private static List<Fact> facts(InquiryReceived inquiry, CaseWords words) {
        Person person = inquiry.person();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Wants", person.preferredContact() == ContactChannel.PHONE ? "a call" : "an e-mail"));
        facts.add(new Fact("E-mail", person.email() == null ? "none given" : person.email()));
        facts.add(new Fact("Agreed to e-mail", inquiry.consent().toEmail() ? "yes" : "no"));
        facts.add(new Fact("Language", words.language(person.preferredLanguage())));
        if (inquiry.procedure() != null) {
            facts.add(new Fact("Thinks of", words.procedure(inquiry.procedure())));
        }
        if (inquiry.suspected()) {
            facts.add(new Fact(
                    "May be spam", String.join(", ", inquiry.suspicions()).replace('-', ' ')));
        }
        return facts;
    }

    @Override
    public String toString() {
        return "Asked[not shown]";
    }

    /** One thing that was told. */
    record Fact(String name, String value) {}
}
