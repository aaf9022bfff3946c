package org.foramen.notifier.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.foramen.contract.InquiryId;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one recipient, as data. Its {@code toString} shows nothing.
 *
 * @param date the inquiry's, so that a repeat is the same mail
 * @param headers further headers
 * @param follows the inquiry whose first mail to the clinic this one belongs below; null when it stands alone
 * @param enclosed the handout that goes with it; null when none does
 */
public record Mail(
        String from,
        String to,
        String replyTo,
        String subject,
        Instant date,
        Map<String, String> headers,
        String text,
        String html,
        List<Attachment> attachments,
        @Nullable InquiryId follows,
        @Nullable Enclosure enclosed) {

    public Mail {
        headers = Map.copyOf(headers);
        attachments = List.copyOf(attachments);
    }

    /** A mail that stands alone and brings no handout. */
    public Mail(
            String from,
            String to,
            String replyTo,
            String subject,
            Instant date,
            Map<String, String> headers,
            String text,
            String html,
            List<Attachment> attachments) {
        this(from, to, replyTo, subject, date, headers, text, html, attachments, null, null);
    }

    /** The same mail, shown below the first that the clinic got about an inquiry. */
    public Mail following(InquiryId inquiry) {
        return new Mail(from, to, replyTo, subject, date, headers, text, html, attachments, inquiry, enclosed);
    }

    /** The same mail, which brings a handout. */
    Mail enclosing(Enclosure handout) {
        return new Mail(from, to, replyTo, subject, date, headers, text, html, attachments, follows, handout);
    }

    @Override
    public String toString() {
        return "Mail[not shown]";
    }
}
