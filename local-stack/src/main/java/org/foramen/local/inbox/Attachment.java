package org.foramen.local.inbox;

import java.util.Locale;
import java.util.Set;

/**
 * A part of a mail that is neither its text nor its HTML.
 *
 * @param number counts the attachments of a mail from 1
 * @param contentId by which the mail's HTML refers to it; empty when it cannot
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Attachment(int number, String fileName, String contentType, String contentId, byte[] content) {

    private static final Set<String> SHOWN =
            Set.of("application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp");

    Attachment {
        contentType = contentType.toLowerCase(Locale.ROOT);
    }

    /** Whether a browser may show it in place; everything else is only saved. */
    boolean shown() {
        return SHOWN.contains(contentType);
    }

    @Override
    public String toString() {
        return "Attachment[" + number + ", " + contentType + ", " + content.length + " bytes]";
    }
}
