package org.foramen.notifier.message;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.delivery.SentHandout;
import org.foramen.notifier.message.template.MailTemplates.Written;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one recipient, as data. Its {@code toString} shows nothing.
 *
 * @param fromName what a list of mails shows as its sender
 * @param replyTo where an answer goes; null when none is meant to
 * @param date when the inquiry came; the mail's own date is when it is handed over
 * @param headers further headers
 * @param follows the inquiry whose first mail to the clinic this one belongs below; null when it stands alone
 * @param enclosed the handout that goes with it; null when none does
 * @param encryptTo the certificates whose owners alone can read it; empty for a mail that is not encrypted
 */
public record Mail(
        String from,
        String fromName,
        String to,
        @Nullable String replyTo,
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

    /** A mail that stands alone and brings nothing but its words. */
    public Mail(
            String from,
            String fromName,
            String to,
            @Nullable String replyTo,
            String subject,
            Instant date,
            Map<String, String> headers,
            Written written) {
        this(
                from,
                fromName,
                to,
                replyTo,
                subject,
                date,
                headers,
                written.text(),
                written.html(),
                List.of(),
                null,
                null,
                List.of());
    }

    /** The same mail, shown below the first that the clinic got about an inquiry. */
    public Mail following(InquiryId inquiry) {
        return new Mail(
                from,
                fromName,
                to,
                replyTo,
                subject,
                date,
                headers,
                text,
                html,
                attachments,
                inquiry,
                enclosed,
                encryptTo);
    }

    /** The same mail, to another inbox. */
    public Mail to(String inbox) {
        return new Mail(
                from,
                fromName,
                inbox,
                replyTo,
                subject,
                date,
                headers,
                text,
                html,
                attachments,
                follows,
                enclosed,
                encryptTo);
    }

    /** The same mail, which brings a handout. */
    Mail enclosing(SentHandout handout, Attachment pdf) {
        return new Mail(
                from,
                fromName,
                to,
                replyTo,
                subject,
                date,
                headers,
                text,
                html,
                List.of(pdf),
                follows,
                handout,
                encryptTo);
    }

    /**
     * The same mail, encrypted to the owners of these certificates. Its headers are not, so an answer goes to another
     * address than the person's.
     */
    public Mail encrypted(List<X509Certificate> owners, String replyTo) {
        return new Mail(
                from,
                fromName,
                to,
                this.replyTo == null ? null : replyTo,
                subject,
                date,
                headers,
                text,
                html,
                attachments,
                follows,
                enclosed,
                owners);
    }

    @Override
    public String toString() {
        return "Mail[not shown]";
    }
}
