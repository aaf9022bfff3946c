package org.foramen.stack.mail;

import java.util.Locale;

/**
 * A part of a mail that is neither its text nor its HTML.
 *
 * @param number counts the attachments of a mail from 1
 * @param contentId by which the mail's HTML refers to it; empty when it cannot
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Attachment(int number, String fileName, String contentType, String contentId, byte[] content) {

    public Attachment {
        contentType = contentType.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Attachment[" + number + ", " + contentType + ", " + content.length + " bytes]";
    }
}
