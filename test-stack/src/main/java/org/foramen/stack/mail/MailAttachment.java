package org.foramen.stack.mail;

import java.util.Locale;

/**
 * A part of a mail that is neither its text nor its HTML.
 *
 * @param number counts the attachments of a mail from 1
 * @param contentId by which the mail's HTML refers to it; empty when it cannot
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record MailAttachment(int number, String fileName, String contentType, String contentId, byte[] content) {

    public MailAttachment {
        contentType = contentType.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "MailAttachment[" + number + ", " + contentType + ", " + content.length + " bytes]";
    }
}
