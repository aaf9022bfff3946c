package org.foramen.notifier.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A mail to one recipient, as data. Its {@code toString} shows nothing.
 *
 * @param date the inquiry's, so that a repeat is the same mail
 * @param headers further headers
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
        List<Attachment> attachments) {

    public Mail {
        headers = Map.copyOf(headers);
        attachments = List.copyOf(attachments);
    }

    @Override
    public String toString() {
        return "Mail[not shown]";
    }
}
