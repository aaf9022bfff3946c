package org.foramen.notifier.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.foramen.notifier.message.Attachment;

/** A part of a mail whose bytes are in the form in which they travel; the library would look for that form, and copy them. */
final class ReadyPart extends MimeBodyPart {

    /** Without its CRLF, RFC 5322, 2.1.1. */
    private static final int LONGEST_LINE = 998;

    private static final byte[] LINE_END = {'\r', '\n'};

    private ReadyPart(InternetHeaders headers, byte[] content) throws MessagingException {
        super(headers, content);
    }

    /** In the form in which it travels; the library would write it twice, once to find that form. */
    static MimeBodyPart text(String text, String subtype) throws MessagingException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean asItIs = isSevenBit(bytes);
        InternetHeaders headers = new InternetHeaders();
        headers.setHeader("Content-Type", "text/" + subtype + "; charset=" + StandardCharsets.UTF_8);
        headers.setHeader("Content-Transfer-Encoding", asItIs ? "7bit" : "quoted-printable");
        return new ReadyPart(headers, asItIs ? bytes : quotedPrintable(bytes));
    }

    private static byte[] quotedPrintable(byte[] text) throws MessagingException {
        ByteArrayOutputStream written = new ByteArrayOutputStream(2 * text.length);
        try (OutputStream encoder = MimeUtility.encode(written, "quoted-printable")) {
            encoder.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory could not be written", e);
        }
        return written.toByteArray();
    }

    /** RFC 2045, 2.7: short lines of ASCII without control characters. */
    private static boolean isSevenBit(byte[] text) {
        int begun = 0;
        for (int at = 0; at < text.length; at++) {
            byte next = text[at];
            if (next == '\n') {
                if (at - begun > LONGEST_LINE) {
                    return false;
                }
                begun = at + 1;
            } else if (next < ' ' && next != '\t' || next == 127) { // bytes beyond ASCII are negative
                return false;
            }
        }
        return text.length - begun <= LONGEST_LINE;
    }

    static MimeBodyPart attached(Attachment attachment) throws MessagingException {
        InternetHeaders headers = new InternetHeaders();
        headers.setHeader("Content-Type", attachment.type());
        headers.setHeader("Content-Transfer-Encoding", "base64");
        MimeBodyPart part = new ReadyPart(headers, attachment.base64());
        part.setFileName(attachment.name());
        part.setDisposition(MimeBodyPart.ATTACHMENT);
        return part;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        for (String line : Collections.list(headers.getAllHeaderLines())) {
            out.write(line.getBytes(StandardCharsets.US_ASCII));
            out.write(LINE_END);
        }
        out.write(LINE_END);
        out.write(content);
    }
}
