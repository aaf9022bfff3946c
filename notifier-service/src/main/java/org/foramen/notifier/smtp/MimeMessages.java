package org.foramen.notifier.smtp;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
        readable.addBodyPart(ReadyPart.text(mail.text(), "plain"));
        readable.addBodyPart(ReadyPart.text(Html.inAscii(mail.html()), "html"));
        if (mail.attachments().isEmpty()) {
            return readable;
        }
        MimeBodyPart first = new MimeBodyPart();
        first.setContent(readable);
        MimeMultipart mixed = new MimeMultipart("mixed", first);
        for (Attachment attachment : mail.attachments()) {
            mixed.addBodyPart(ReadyPart.attached(attachment));
        }
        return mixed;
    }
}
