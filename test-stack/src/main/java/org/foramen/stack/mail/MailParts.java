package org.foramen.stack.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mail as a person sees it: its first text, its first HTML, and all the rest as attachments. */
public final class MailParts {

    private @Nullable String text;
    private @Nullable String html;
    private final List<MailAttachment> attachments = new ArrayList<>();

    private MailParts() {}

    /** @throws MessagingException when it is not a mail, or its content cannot be decoded */
    public static MailParts of(Part mail) throws MessagingException {
        MailParts parts = new MailParts();
        try {
            parts.add(mail);
        } catch (IOException e) {
            throw new MessagingException("Its content cannot be decoded", e);
        }
        return parts;
    }

    private void add(Part part) throws MessagingException, IOException {
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

    /** With the line ends of this program; empty when it has none. */
    public String text() {
        return text == null ? "" : text.replace("\r\n", "\n");
    }

    /** With the line ends of this program; empty when it has none. */
    public String html() {
        return html == null ? "" : html.replace("\r\n", "\n");
    }

    public List<MailAttachment> attachments() {
        return List.copyOf(attachments);
    }

    private static boolean isBody(Part part, String type) throws MessagingException {
        return part.isMimeType(type)
                && part.getFileName() == null
                && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    }

    private static MailAttachment attachment(Part part, int number) throws MessagingException, IOException {
        String fileName = part.getFileName();
        String contentId = part instanceof MimePart mime ? mime.getContentID() : null;
        return new MailAttachment(
                number,
                fileName == null ? "part-" + number : decodedWords(fileName),
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

    private static String decodedWords(String value) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(value));
        } catch (UnsupportedEncodingException e) {
            return value;
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
