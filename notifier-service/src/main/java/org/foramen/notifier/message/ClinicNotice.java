package org.foramen.notifier.message;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.message.desk.DeskNote;
import org.foramen.notifier.message.desk.DeskWords;
import org.foramen.notifier.message.desk.MailLinks;
import org.foramen.notifier.message.template.MailTemplates;
import org.foramen.notifier.message.template.MarkedText;
import org.foramen.notifier.order.NothingToDo;
import org.foramen.notifier.order.Order;
import org.foramen.notifier.order.OrderFacts;
import org.foramen.notifier.order.OrderTable;
import org.foramen.notifier.order.PatientMailNews;
import org.jspecify.annotations.Nullable;

/** What went wrong, to whom can do something about it: a person our mail did not reach, or a record that cannot be read. */
public final class ClinicNotice {

    private final ClinicProfile clinic;
    private final DeskNote desk;
    private final DeskWords words;
    private final MailLinks links;
    private final MailTemplates templates;

    public ClinicNotice(Stationery stationery) {
        this.clinic = stationery.content().clinic();
        this.links = stationery.links();
        this.desk = new DeskNote(stationery.content(), links);
        this.words = new DeskWords(stationery.content());
        this.templates = stationery.templates();
    }

    /**
     * Writes that our mail to a person did not arrive; shown below the mail about the inquiry.
     *
     * @param to the inbox that has the inquiry
     * @param news how the person's mail ended
     * @param done true when somebody reached the person all the same, or closed the case
     */
    public Mail notReached(InquiryReceived inquiry, String to, PatientMailNews news, boolean done) {
        OrderFacts facts = OrderFacts.of(inquiry, false, news.fate(), done);
        Order order = OrderTable.orderFor(facts);
        NothingToDo why = OrderTable.whyNothing(facts);
        Map<String, Object> shown = desk.head(inquiry, order, why);
        shown.put("news", desk.news(news, null));
        shown.put("notes", desk.where(inquiry, order, why));
        String replyTo = order == Order.WRITE ? inquiry.person().email() : clinic.inbox();
        return mail(
                        to,
                        replyTo,
                        desk.sender(),
                        desk.subjectAgain(inquiry, order, why),
                        desk.preheaderAgain(inquiry, order),
                        inquiry.receivedAt(),
                        order.atOnce() ? ClinicMail.IMPORTANT : Map.of(),
                        shown)
                .following(inquiry.id());
    }

    /**
     * Writes to the operator that a record could not be read.
     *
     * @param place where it stood
     * @param why null when nobody noted it
     */
    public Mail unreadable(Position place, @Nullable Reason why, Instant when) {
        Map<String, String> values = Map.of("place", place.place(), "reason", words.reason(why));
        Map<String, Object> shown = new HashMap<>();
        shown.put("title", words.say("operator.title", values));
        shown.put("notes", List.of(MarkedText.typed(words.say("operator.text", values))));
        shown.put("board", links.board());
        shown.put("boardLabel", words.say("operator.console"));
        return mail(
                clinic.operatorInbox(),
                clinic.operatorInbox(),
                words.say("operator.sender"),
                words.say("operator.subject", values),
                words.say("operator.preheader", values),
                when,
                Map.of(),
                shown);
    }

    private Mail mail(
            String to,
            @Nullable String replyTo,
            String sender,
            String subject,
            String preheader,
            Instant date,
            Map<String, String> headers,
            Map<String, Object> shown) {
        return new Mail(
                clinic.from(),
                sender,
                to,
                replyTo,
                subject,
                date,
                headers,
                templates.write("clinic", clinic.defaultLanguage(), subject, preheader, shown));
    }
}
