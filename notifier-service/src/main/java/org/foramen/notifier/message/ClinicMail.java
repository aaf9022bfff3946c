package org.foramen.notifier.message;

import java.util.Map;
import org.foramen.content.ClinicContent;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.message.desk.DeskNote;
import org.foramen.notifier.message.template.MailTemplates;
import org.foramen.notifier.order.NothingToDo;
import org.foramen.notifier.order.Order;
import org.foramen.notifier.order.OrderFacts;
import org.foramen.notifier.order.OrderTable;
import org.foramen.notifier.order.PatientMailNews;
import org.jspecify.annotations.Nullable;

/** The mail to the front desk: what to do, whom for, what they asked, and by when they hear. */
public final class ClinicMail {

    public static final Map<String, String> IMPORTANT = Map.of("Importance", "high", "X-Priority", "1");

    private final ClinicContent content;
    private final DeskNote desk;
    private final MailTemplates templates;

    public ClinicMail(Stationery stationery) {
        this.content = stationery.content();
        this.desk = new DeskNote(content, stationery.links());
        this.templates = stationery.templates();
    }

    /** Writes it as the inquiry comes. */
    public Mail write(InquiryReceived inquiry, String to, Response answer, PatientMailNews news) {
        return write(inquiry, to, answer, news, false);
    }

    /**
     * Writes it.
     *
     * @param to the inbox, or the one that stands in for it
     * @param answer what goes to the person
     * @param news what is known of the mail to the person
     * @param done true when somebody reached the person before this mail went, or closed the case
     */
    public Mail write(InquiryReceived inquiry, String to, Response answer, PatientMailNews news, boolean done) {
        ClinicProfile clinic = content.clinic();
        boolean suspected = answer.suspected() && !news.released();
        boolean unanswered = answer.unanswered() && !news.released();
        OrderFacts facts = OrderFacts.of(inquiry, unanswered, news.fate(), done);
        Order order = OrderTable.orderFor(facts);
        NothingToDo why = OrderTable.whyNothing(facts);
        Map<String, Object> shown = desk.head(inquiry, order, why);
        desk.addQuestion(inquiry, shown);
        if (suspected && !done) {
            shown.put("notes", desk.doubts(inquiry, answer.suspicions(), unanswered));
        } else {
            shown.put("news", desk.news(news, answer.handout()));
        }
        String subject = desk.subject(inquiry, order, why, answer.handout());
        return new Mail(
                clinic.from(),
                desk.sender(),
                to,
                replyTo(inquiry, order, why == NothingToDo.SPAM),
                subject,
                inquiry.receivedAt(),
                order.atOnce() ? IMPORTANT : Map.of(),
                templates.write("clinic", clinic.defaultLanguage(), subject, desk.preheader(inquiry, order), shown));
    }

    /** An answer goes to the person only where the order is to write to somebody who agreed; to nobody where it may be spam. */
    private @Nullable String replyTo(InquiryReceived inquiry, Order order, boolean spam) {
        if (spam) {
            return null;
        }
        return order == Order.WRITE
                ? inquiry.person().email()
                : content.clinic().inbox();
    }
}
