package org.foramen.system.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** A mail as a person sees it: its text, its HTML and what is attached. */
public final class MailParts {

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final Map<String, byte[]> attachments = new LinkedHashMap<>();

    private MailParts() {}

    public static MailParts of(ReceivedMail mail) {
        MailParts parts = new MailParts();
        try {
            parts.read(mail.parsed());
        } catch (MessagingException e) {
            throw new IllegalStateException("not a mail", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    private void read(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart several) {
            for (int index = 0; index < several.getCount(); index++) {
                read(several.getBodyPart(index));
            }
        } else if (part.getFileName() != null) {
            attachments.put(part.getFileName(), part.getInputStream().readAllBytes());
        } else {
            (part.isMimeType("text/html") ? html : text).append(part.getContent());
        }
    }

    public String text() {
        return text.toString().replace("\r\n", "\n");
    }

    public String html() {
        return html.toString().replace("\r\n", "\n");
    }

    /** What is attached, by name. */
    public Map<String, byte[]> attachments() {
        return attachments;
    }

    /** What an attached PDF says. */
    public String pdf(String name) {
        try (PDDocument document = Loader.loadPDF(attachments.get(name))) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
