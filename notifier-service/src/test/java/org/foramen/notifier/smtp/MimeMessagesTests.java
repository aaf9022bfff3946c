package org.foramen.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.foramen.notifier.MailSamples;
import org.foramen.notifier.Settings;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.template.MailTemplates.Written;
import org.junit.jupiter.api.Test;
import org.springframework.boot.mail.autoconfigure.MailProperties;

/** What mail readers see of a mail. */
class MimeMessagesTests {

    @Test
    void aMailThatFollowsAnotherNamesIt() throws Exception {
        MimeMessage message = mime("notice-call-en", "<first@clinic.example>");

        assertThat(message.getHeader("In-Reply-To")).containsExactly("<first@clinic.example>");
        assertThat(message.getHeader("References")).containsExactly("<first@clinic.example>");
        assertThat(message.getMessageID()).isEqualTo("<second@clinic.example>");
    }

    @Test
    void aMailThatStandsAloneNamesNone() throws Exception {
        MimeMessage message = mime("clinic-en", null);

        assertThat(message.getHeader("In-Reply-To")).isNull();
        assertThat(message.getHeader("References")).isNull();
    }

    @Test
    void itsDateIsWhenItIsHandedOverHoweverOldTheInquiryIs() throws Exception {
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);

        assertThat(mime("clinic-en", null).getSentDate().toInstant()).isBetween(before, Instant.now());
    }

    @Test
    void aListOfMailsShowsWhoWritesByName() throws Exception {
        assertThat(mime("clinic-en", null).getFrom())
                .extracting(Object::toString)
                .containsExactly("Web inquiries <no-reply@clinic.example>");
        assertThat(mime("patient-es", null).getFrom())
                .extracting(Object::toString)
                .containsExactly("\"Dr. Kim Spine Care\" <no-reply@clinic.example>");
    }

    @Test
    void whatMayBeSpamIsAnsweredByNobody() throws Exception {
        assertThat(mime("clinic-suspected", null).getHeader("Reply-To")).isNull();
        assertThat(mime("clinic-es", null).getHeader("Reply-To")).containsExactly("front-desk@clinic.example");
    }

    @Test
    void aUsualPageGoesAsItIs() throws Exception {
        MimePart page = page(mime("patient-es", null));

        assertThat(page.getEncoding()).isEqualTo("7bit");
        assertThat((String) page.getContent()).contains("lang=\"es\"").endsWith("</html>\n");
    }

    @Test
    void aPageWithALineThatIsTooLongIsEncoded() throws Exception {
        MimeMessage message = mime(ofPage("<p>" + "x".repeat(5000) + "</p>"), null);

        assertThat(page(message).getEncoding()).isEqualTo("quoted-printable");
        assertThat(written(message).lines()).allMatch(line -> line.length() <= 998);
    }

    @Test
    void aPageWithAControlCharacterIsEncoded() throws Exception {
        MimeMessage message = mime(ofPage("<p>a\0b</p>"), null);

        assertThat(page(message).getEncoding()).isEqualTo("quoted-printable");
        assertThat(written(message)).doesNotContain("\0");
    }

    /** The last of the alternatives, which are the mail or its first part. */
    private static MimePart page(MimeMessage message) throws Exception {
        MimeMultipart parts = (MimeMultipart) message.getContent();
        if (parts.getContentType().startsWith("multipart/mixed")) {
            parts = (MimeMultipart) parts.getBodyPart(0).getContent();
        }
        return (MimePart) parts.getBodyPart(1);
    }

    private static Mail ofPage(String html) {
        Mail mail = MailSamples.all().get("notice-call-en");
        return new Mail(
                mail.from(),
                mail.fromName(),
                mail.to(),
                mail.replyTo(),
                "s",
                mail.date(),
                mail.headers(),
                new Written("t", html));
    }

    private static String written(MimeMessage message) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    private static MimeMessage mime(String sample, String thread) throws Exception {
        return mime(MailSamples.all().get(sample), thread);
    }

    private static MimeMessage mime(Mail mail, String thread) {
        SmtpServer server = new SmtpServer(new MailProperties(), Settings.defaults());
        return MimeMessages.of(mail, server, "<second@clinic.example>", thread);
    }
}
