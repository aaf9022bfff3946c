package org.foramen.benchmarks.intake.peers;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The endpoint that most tutorials show: it mails clinic and patient, the handout attached, before it answers. */
@EnableAutoConfiguration
@RestController
public class MailingWebmvc {

    private static final byte[] HANDOUT = SampleMail.handout();

    private final JavaMailSender mail;

    MailingWebmvc(JavaMailSender mail) {
        this.mail = mail;
    }

    public static void main(String[] arguments) {
        SpringApplication.run(MailingWebmvc.class, arguments);
    }

    @PostMapping("/api/inquiries")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, String> accept(@Valid @RequestBody InquiryBody inquiry) throws MessagingException {
        MimeMessage clinic =
                mail("front-desk@clinic.example", "Web inquiry", inquiry.name() + "\n" + inquiry.message());
        MimeMessage patient = mail(inquiry.email(), "Your question", SampleMail.TEXT);
        mail.send(clinic, patient);
        return Map.of("id", UUID.randomUUID().toString());
    }

    private MimeMessage mail(String to, String subject, String text) throws MessagingException {
        MimeMessage message = mail.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom("no-reply@clinic.example");
        helper.setTo(to);
        helper.setSubject(subject);
        helper.setText(text, "<html><body><p>" + text.replace("\n", "</p><p>") + "</p></body></html>");
        helper.addAttachment("foraminotomy-en.pdf", new ByteArrayResource(HANDOUT), "application/pdf");
        return message;
    }
}
