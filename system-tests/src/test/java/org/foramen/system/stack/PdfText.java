package org.foramen.system.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.foramen.stack.mail.MailAttachment;
import org.foramen.stack.mail.MailParts;

/** Reads what an attached PDF says. */
public final class PdfText {

    private PdfText() {}

    public static String of(MailParts mail, String fileName) {
        byte[] pdf = mail.attachments().stream()
                .filter(attachment -> attachment.fileName().equals(fileName))
                .map(MailAttachment::content)
                .findFirst()
                .orElseThrow();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
