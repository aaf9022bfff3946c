package org.foramen.notifier.message.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.foramen.content.wording.Wording;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Level;
import org.foramen.notifier.message.template.MarkedTexts;
import org.foramen.notifier.order.Order;

/**
 * What the front desk's mail to a person begins with, in the person's language.
 *
 * @param link opens the mail program with all of it filled in
 */
public record ReadyReply(String subject, String body, String link) {

    /**
     * Makes it.
     *
     * @param words in the person's language
     * @param email the person's address
     */
    public static ReadyReply to(InquiryReceived inquiry, String email, Order order, Wording words) {
        String kind = !order.atOnce() ? "reply" : inquiry.level() == Level.CRISIS ? "reply988" : "reply911";
        Map<String, String> values = Map.of(
                "name", inquiry.person().nameToRead(), "reference", inquiry.id().reference());
        String subject = MarkedTexts.fill(words.mail(kind + ".subject"), values);
        String body = MarkedTexts.fill(words.mail(kind + ".body"), values);
        String address = encoded(email).replace("%40", "@");
        return new ReadyReply(
                subject,
                body,
                "mailto:%s?subject=%s&body=%s"
                        .formatted(
                                address, encoded(subject), encoded(body.strip().replace("\n", "\r\n") + "\r\n")));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "ReadyReply[not shown]";
    }
}
