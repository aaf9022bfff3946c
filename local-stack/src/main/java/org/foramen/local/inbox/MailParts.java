package org.foramen.local.inbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sorts the parts of a mail: its first text, its first HTML, and all the rest as attachments. */
final class MailParts {

    private @Nullable String text;
    private @Nullable String html;
    private final List<Attachment> attachments = new ArrayList<>();

    void add(Part part) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int index = 0; index < parts.getCount(); index++) {
                add(parts.getBodyPart(index));
            }
        } else if (text == null && isBody(part, "text/plain")) {
            text = decoded(part);
        } else if (html == null && isBody(part, "text/html")) {
            html = decoded(part);
        } else {
            attachments.add(attachment(part, attachments.size() + 1));
        }
    }

    String text() {
        return text == null ? "" : text;
    }

    String html() {
        return html == null ? "" : html;
    }

    List<Attachment> attachments() {
        return List.copyOf(attachments);
    }

    private static boolean isBody(Part part, String type) throws MessagingException {
        return part.isMimeType(type)
                && part.getFileName() == null
                && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    }

    private static Attachment attachment(Part part, int number) throws MessagingException, IOException {
        String fileName = part.getFileName();
        String contentId = part instanceof MimePart mime ? mime.getContentID() : null;
        return new Attachment(
                number,
                fileName == null ? "part-" + number : MailHeading.decoded(fileName),
                type(part).getBaseType(),
                contentId == null ? "" : contentId.replaceAll("^<|>$", ""),
                bytes(part));
    }

    private static String decoded(Part part) throws MessagingException, IOException {
        String charset = type(part).getParameter("charset");
        try {
            return new String(bytes(part), charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset));
        } catch (IllegalArgumentException e) {
            return new String(bytes(part), StandardCharsets.ISO_8859_1);
        }
    }

    private static ContentType type(Part part) throws MessagingException {
        try {
            return new ContentType(part.getContentType());
        } catch (ParseException e) {
            return new ContentType("application", "octet-stream", null);
        }
    }

    private static byte[] bytes(Part part) throws MessagingException, IOException {
        try (InputStream content = part.getInputStream()) {
            return content.readAllBytes();
        }
    }
}
