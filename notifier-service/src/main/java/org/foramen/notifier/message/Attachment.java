package org.foramen.notifier.message;

import java.util.Base64;

/**
 * A file that goes with a mail.
 *
 * @param type its media type, such as {@code application/pdf}
 * @param base64 its content as it stands in a mail (RFC 2045, 6.8), which is made once for all mails that it goes with
 */
public record Attachment(String name, String type, byte[] content, byte[] base64) {

    public Attachment(String name, String type, byte[] content) {
        this(name, type, content, Base64.getMimeEncoder().encode(content));
    }

    @Override
    public String toString() {
        return "Attachment[" + name + "]";
    }
}
