package org.foramen.notifier.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a report that is for machines, wherever in the mail it stands and whatever the mail around it says it is.
 *
 * @param blocks its fields: those of the mail, then those of each recipient; some put all into one
 */
record ReportPart(Kind kind, List<InternetHeaders> blocks) {

    private static final int MOST_BYTES = 200_000;
    private static final int MOST_BLOCKS = 100;
    private static final int DEEPEST = 6;

    /** What such a part is about. */
    enum Kind {
        /** RFC 3464. */
        DELIVERY,
        /** RFC 8098: whether a person opened the mail. */
        DISPOSITION,
        /** RFC 5965: a person, or their provider, complains. */
        FEEDBACK
    }

    /** Null when there is none, or it cannot be read. */
    static @Nullable ReportPart in(MimeMessage mail) {
        try {
            return in(mail, 0);
        } catch (MessagingException | IOException e) { // announced as a report, and not built like one
            return null;
        }
    }

    private static @Nullable ReportPart in(Part part, int depth) throws MessagingException, IOException {
        Kind kind = kindOf(part);
        if (kind != null) {
            return new ReportPart(kind, blocks(part));
        }
        boolean isHolder = part.isMimeType("multipart/*") || part.isMimeType("message/rfc822");
        if (!isHolder || depth > DEEPEST) {
            return null;
        }
        Object content = part.getContent();
        if (content instanceof Multipart parts) {
            return within(parts, depth);
        }
        return content instanceof MimeMessage inner ? in(inner, depth + 1) : null;
    }

    private static @Nullable ReportPart within(Multipart parts, int depth) throws MessagingException, IOException {
        for (int index = 0; index < parts.getCount(); index++) {
            ReportPart found = in(parts.getBodyPart(index), depth + 1);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Kind kindOf(Part part) throws MessagingException {
        if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
            return Kind.DELIVERY;
        }
        if (part.isMimeType("message/disposition-notification")
                || part.isMimeType("message/global-disposition-notification")) {
            return Kind.DISPOSITION;
        }
        return part.isMimeType("message/feedback-report") ? Kind.FEEDBACK : null;
    }

    private static List<InternetHeaders> blocks(Part part) throws MessagingException, IOException {
        List<InternetHeaders> blocks = new ArrayList<>();
        try (InputStream content = decoded(part)) {
            ByteArrayInputStream bytes = new ByteArrayInputStream(content.readNBytes(MOST_BYTES));
            while (bytes.available() > 0 && blocks.size() < MOST_BLOCKS) {
                blocks.add(new InternetHeaders(bytes));
            }
        }
        return blocks;
    }

    /** Such a part must not be encoded; the library leaves it as it is where it is nevertheless. */
    private static InputStream decoded(Part part) throws MessagingException, IOException {
        String encoding = part instanceof MimePart encoded ? encoded.getEncoding() : null;
        return encoding == null ? part.getInputStream() : MimeUtility.decode(part.getInputStream(), encoding);
    }

    /** The first that is there; nothing where none is. */
    String field(String name) {
        return blocks.stream()
                .map(block -> field(block, name))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    static String field(InternetHeaders block, String name) {
        String value = block.getHeader(name, null);
        return value == null ? "" : value.strip();
    }
}
