package org.foramen.notifier.console.people;

import java.util.ArrayList;
import java.util.List;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Person;
import org.foramen.contract.Suspicion;
import org.foramen.notifier.message.desk.DeskNote;
import org.foramen.notifier.message.template.MarkedText;
import org.foramen.notifier.order.Order;
import org.jspecify.annotations.Nullable;

/**
 * Who it is and what was asked, as somebody sees it once, in the words of the clinic's mail. Its {@code toString} shows nothing.
 *
 * @param order the one thing to do
 * @param title the same in words
 * @param alarms what must be known before anything else
 * @param phone as people read it; null when none was given
 * @param email where to write; null when nobody may
 * @param mailto opens the mail program with the greeting ready; null when nobody may write
 * @param question the person's own words, or that there are none
 * @param told what was told beside the question, possibly empty
 */
record OpenedInquiry(
        InquiryReceived inquiry,
        Order order,
        String title,
        List<MarkedText> alarms,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String mailto,
        String question,
        String told,
        List<Fact> facts) {

    /** @param doubts why somebody should look twice, by the codes of {@link Suspicion} */
    static OpenedInquiry of(InquiryReceived inquiry, Order order, List<String> doubts, DeskNote desk, CaseWords words) {
        Person person = inquiry.person();
        boolean write = inquiry.consent().toEmail() || order == Order.WRITE_911;
        String email = write ? person.email() : null;
        return new OpenedInquiry(
                inquiry,
                order,
                desk.order(inquiry, order),
                desk.alarms(inquiry),
                person.phoneToRead(),
                email,
                email == null ? null : desk.reply(inquiry, email, order).link(),
                inquiry.message().isEmpty() ? words.noQuestion() : inquiry.message(),
                desk.facts(inquiry),
                facts(inquiry, email != null, desk.doubts(doubts), words));
    }

    private static List<Fact> facts(InquiryReceived inquiry, boolean write, List<String> doubts, CaseWords words) {
        Person person = inquiry.person();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                words.say("fact.wants"),
                words.say(
                        person.preferredContact() == ContactChannel.PHONE ? "fact.wants.phone" : "fact.wants.email")));
        if (!write) { // else it stands above, as the way to write
            facts.add(new Fact(
                    words.say("fact.email"), person.email() == null ? words.say("fact.email.none") : person.email()));
        }
        facts.add(new Fact(
                words.say("fact.agreed"),
                words.say(inquiry.consent().toEmail() ? "fact.agreed.yes" : "fact.agreed.no")));
        facts.add(new Fact(words.say("fact.language"), words.language(person.preferredLanguage())));
        if (inquiry.procedure() != null) {
            facts.add(new Fact(words.say("fact.procedure"), words.procedure(inquiry.procedure())));
        }
        if (!doubts.isEmpty()) {
            facts.add(new Fact(words.say("fact.doubts"), String.join(" ", doubts)));
        }
        return facts;
    }

    @Override
    public String toString() {
        return "OpenedInquiry[not shown]";
    }

    /** One thing that was told. */
    record Fact(String name, String value) {}
}
