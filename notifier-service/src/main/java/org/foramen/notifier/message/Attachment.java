package org.foramen.notifier.message;

/**
 * A file that goes with a mail.
 *
 * @param type its media type, such as {@code application/pdf}
 */
public record Attachment(String name, String type, byte[] content) {

    @Override
    public String toString() {
        return "Attachment[" + name + "]";
    }
}
