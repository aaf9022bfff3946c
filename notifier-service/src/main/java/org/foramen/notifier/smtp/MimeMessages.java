package org.foramen.notifier.smtp;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.foramen.notifier.message.Attachment;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.template.Html;
import org.foramen.notifier.smtp.smime.Smime;
import org.jspecify.annotations.Nullable;

/** Turns a mail into its MIME form, with the Message-ID that it is given. */
public final class MimeMessages {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /** Without its CRLF, RFC 5322, 2.1.1. */
    private static final int LONGEST_LINE = 998;

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]+");

    static {
        // else the library looks for it on the class path for each part of each mail
        System.setProperty("jakarta.mail.util.StreamProvider", MailStreamProvider.class.getName());
    }

    private MimeMessages() {}

    /** @param thread the Message-ID of the mail that this one belongs below; null when it stands alone */
    public static SMTPMessage of(Mail mail, SmtpServer server, String messageId, @Nullable String thread) {
        try {
            SMTPMessage message = new SMTPMessage(server.session()) {
                @Override
                protected void updateMessageID() throws MessagingException {
                    setHeader("Message-ID", messageId);
                }
            };
            message.setFrom(sender(mail));
            message.setRecipient(Message.RecipientType.TO, address(mail.to()));
            if (mail.replyTo() != null) {
                message.setReplyTo(new InternetAddress[] {address(mail.replyTo())});
            }
            message.setSubject(mail.subject(), UTF_8);
            message.setSentDate(Date.from(Instant.now())); // servers refuse mails that are a week old
            for (Map.Entry<String, String> header : mail.headers().entrySet()) {
                message.setHeader(header.getKey(), header.getValue());
            }
            if (thread != null) {
                message.setHeader("In-Reply-To", thread);
                message.setHeader("References", thread);
            }
            message.setContent(content(mail));
            if (!mail.encryptTo().isEmpty()) {
                Smime.encrypt(message, mail.encryptTo());
            }
            message.saveChanges();
            return message;
        } catch (MessagingException e) {
            throw new IllegalArgumentException("this mail cannot be written", e);
        }
    }

    /** The library lets control characters beyond ASCII pass; no address that the intake takes has one. */
    private static InternetAddress address(String address) throws MessagingException {
        if (!VISIBLE_ASCII.matcher(address).matches()) {
            throw new AddressException("an address holds other than visible ASCII characters");
        }
        return new InternetAddress(address, true);
    }

    private static InternetAddress sender(Mail mail) throws MessagingException {
        InternetAddress sender = address(mail.from());
        try {
            sender.setPersonal(mail.fromName(), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new UncheckedIOException("every Java knows UTF-8", e);
        }
        return sender;
    }

    private static MimeMultipart content(Mail mail) throws MessagingException {
        MimeMultipart readable = new MimeMultipart("alternative");
        readable.addBodyPart(text(mail.text(), "plain"));
        readable.addBodyPart(text(Html.inAscii(mail.html()), "html"));
        if (mail.attachments().isEmpty()) {
            return readable;
        }
        MimeBodyPart first = new MimeBodyPart();
        first.setContent(readable);
        MimeMultipart mixed = new MimeMultipart("mixed", first);
        for (Attachment attachment : mail.attachments()) {
            mixed.addBodyPart(attached(attachment));
        }
        return mixed;
    }

    /** In the form in which it travels; the library would write it twice, once to find that form. */
    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean asItIs = isSevenBit(bytes);
        InternetHeaders headers = new InternetHeaders();
        headers.setHeader("Content-Type", "text/" + subtype + "; charset=" + UTF_8);
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

    private static MimeBodyPart attached(Attachment attachment) throws MessagingException {
        InternetHeaders headers = new InternetHeaders();
        headers.setHeader("Content-Type", attachment.type());
        headers.setHeader("Content-Transfer-Encoding", "base64");
        MimeBodyPart part = new ReadyPart(headers, attachment.base64());
        part.setFileName(attachment.name());
        part.setDisposition(MimeBodyPart.ATTACHMENT);
        return part;
    }

    /** A part whose bytes are in the form in which they travel; the library would look for that form, and copy them. */
    private static final class ReadyPart extends MimeBodyPart {

        private static final byte[] LINE_END = {'\r', '\n'};

        ReadyPart(InternetHeaders headers, byte[] content) throws MessagingException {
            super(headers, content);
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
}
