package org.foramen.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.foramen.notifier.MailSamples;
import org.foramen.notifier.Settings;
import org.junit.jupiter.api.Test;
import org.springframework.boot.mail.autoconfigure.MailProperties;

/** What mail readers see of a mail. */
class MimeMessagesTests {

    @Test
    void aMailThatFollowsAnotherNamesIt() throws Exception {
        MimeMessage message = mime("clinic-please-phone", "<first@clinic.example>");

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
    void theClinicGetsThePersonAsAVCard() throws Exception {
        MimeMultipart mixed = (MimeMultipart) mime("clinic-en", null).getContent();

        assertThat(mixed.getBodyPart(1).getContentType()).startsWith("text/vcard");
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("inquiry-K7F3-92QX.vcf");
    }

    private static MimeMessage mime(String sample, String thread) throws Exception {
        SmtpServer server = new SmtpServer(new MailProperties(), Settings.defaults());
        return MimeMessages.of(MailSamples.all().get(sample), server, "<second@clinic.example>", thread);
    }
}
