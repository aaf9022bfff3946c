package org.foramen.notifier.message;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.delivery.SentHandout;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one recipient, as data. Its {@code toString} shows nothing.
 *
 * @param date when the inquiry came; the mail's own date is when it is handed over
 * @param headers further headers
 * @param follows the inquiry whose first mail to the clinic this one belongs below; null when it stands alone
 * @param enclosed the handout that goes with it; null when none does
 * @param encryptTo the certificates whose owners alone can read it; empty for a mail that is not encrypted
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
        @Nullable SentHandout enclosed,
        List<X509Certificate> encryptTo) {

    public Mail {
        headers = Map.copyOf(headers);
        attachments = List.copyOf(attachments);
        encryptTo = List.copyOf(encryptTo);
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
        this(from, to, replyTo, subject, date, headers, text, html, attachments, null, null, List.of());
    }

    /** The same mail, shown below the first that the clinic got about an inquiry. */
    public Mail following(InquiryId inquiry) {
        return new Mail(
                from, to, replyTo, subject, date, headers, text, html, attachments, inquiry, enclosed, encryptTo);
    }

    /** The same mail, to another inbox. */
    public Mail to(String inbox) {
        return new Mail(
                from, inbox, replyTo, subject, date, headers, text, html, attachments, follows, enclosed, encryptTo);
    }

    /** The same mail, which brings a handout. */
    Mail enclosing(SentHandout handout) {
        return new Mail(
                from, to, replyTo, subject, date, headers, text, html, attachments, follows, handout, encryptTo);
    }

    /**
     * The same mail, encrypted to the owners of these certificates. Its headers are not, so an answer goes to another
     * address than the person's.
     */
    public Mail encrypted(List<X509Certificate> owners, String replyTo) {
        return new Mail(from, to, replyTo, subject, date, headers, text, html, attachments, follows, enclosed, owners);
    }

    @Override
    public String toString() {
        return "Mail[not shown]";
    }
}
