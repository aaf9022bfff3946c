package org.foramen.notifier.message;

import java.util.Map;
import org.foramen.content.ClinicContent;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.message.desk.DeskNote;
import org.foramen.notifier.message.template.MailTemplates;
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

    /**
     * Writes it.
     *
     * @param to the inbox, or the one that stands in for it
     * @param answer what goes to the person
     * @param news what is known of the mail to the person
     */
    public Mail write(InquiryReceived inquiry, String to, Response answer, PatientMailNews news) {
        ClinicProfile clinic = content.clinic();
        boolean suspected = answer.suspected() && !news.released();
        boolean unanswered = answer.unanswered() && !news.released();
        Order order = OrderTable.orderFor(OrderFacts.of(inquiry, unanswered, news.fate()));
        boolean spam = order == Order.NOTHING && unanswered;
        Map<String, Object> shown = desk.head(inquiry, order, spam);
        desk.addQuestion(inquiry, shown);
        if (suspected) {
            shown.put("notes", desk.doubts(inquiry, answer.suspicions(), unanswered));
        } else {
            shown.put("news", desk.news(news, answer.handout()));
        }
        String subject = desk.subject(inquiry, order, spam, answer.handout());
        return new Mail(
                clinic.from(),
                desk.sender(),
                to,
                replyTo(inquiry, order, spam),
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
