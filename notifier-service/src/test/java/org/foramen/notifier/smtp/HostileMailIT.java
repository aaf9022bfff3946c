package org.foramen.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.foramen.content.ClinicContent;
import org.foramen.content.print.HandoutPdfs;
import org.foramen.contract.Consent;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryKind;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Person;
import org.foramen.contract.RedFlag;
import org.foramen.contract.Region;
import org.foramen.notifier.Settings;
import org.foramen.notifier.ShippedContent;
import org.foramen.notifier.message.ClinicMail;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.PatientMail;
import org.foramen.notifier.message.Response;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.message.desk.MailLinks;
import org.foramen.notifier.order.PatientMailNews;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.mail.autoconfigure.MailProperties;

/** Whatever a person types, a mail has the headers and the one recipient that we gave it. */
class HostileMailIT {

    private static final String INBOX = "front-desk@clinic.example";
    private static final Set<String> CLINIC_HEADERS = Set.of(
            "Content-Type",
            "Date",
            "From",
            "Importance",
            "MIME-Version",
            "Message-ID",
            "Reply-To",
            "Subject",
            "To",
            "X-Priority");
    private static final List<String> PIECES = List.of(
            "\r\n",
            "\n",
            "\r",
            "\r\nBcc: victim@example.com",
            "\nX-Injected: 1",
            "%0d%0aBcc: victim@example.com",
            "=?utf-8?q?=0d=0aBcc:?=",
            "\u760d\u760a",
            "\u0085",
            "\u2028",
            "\0",
            "\u202e",
            "<script>alert(1)</script>",
            "${7*7}",
            "__${7*7}__::.x",
            "[[${1}]]",
            "\"a\"@b",
            "a@b.example,c@d.example",
            "<a@b.example>",
            "\ud800",
            "💥",
            "--boundary--",
            "BEGIN:VCARD",
            "ana@example.com",
            "=cmd|' /C calc'!A0");
    private static final Random RANDOM = new Random(20261122);
    private static final ClinicContent CONTENT = ShippedContent.CONTENT;

    private static final Stationery STATIONERY = new Stationery(CONTENT, new MailLinks(null));

    private final ClinicMail clinicMail = new ClinicMail(STATIONERY);
    private static final PatientMail PATIENT_MAIL = new PatientMail(STATIONERY, new HandoutPdfs(CONTENT));
    private final SmtpServer server = new SmtpServer(new MailProperties(), Settings.defaults());

    @RepeatedTest(200)
    void noTextAddsAHeaderOrARecipientToTheClinicsMail() throws Exception {
        InquiryReceived inquiry = inquiry(hostile(), "ana@example.com", hostile(), hostile());

        MimeMessage read = sent(clinicMail.write(
                inquiry, INBOX, new Response(null, "", List.of(), null), PatientMailNews.planned(null)));

        assertThat(headers(read)).isEqualTo(CLINIC_HEADERS);
        assertThat(read.getAllRecipients()).extracting(Object::toString).containsExactly(INBOX);
        assertThat(read.getSubject()).isEqualTo("Call now: possible emergency (0000-0000)");
    }

    @Test
    void noNameTurnsTheNumberBesideItAround() {
        InquiryReceived inquiry = inquiry("Ana\u202e\u2067Ruiz", "ana@example.com", "+13105550112", "Hello");
        Mail mail = clinicMail.write(
                inquiry, INBOX, new Response(null, "", List.of(), null), PatientMailNews.planned(null));

        assertThat(mail.text() + mail.html()).contains("AnaRuiz").doesNotContain("\u202e", "\u2067");
    }

    @RepeatedTest(200)
    void noAddressMakesASecondRecipient() throws Exception {
        InquiryReceived inquiry = inquiry("Ana", hostile(), "+13105550112", "Hello");
        MimeMessage read;
        try {
            read = sent(PATIENT_MAIL.write(inquiry, null));
        } catch (IllegalArgumentException e) {
            return; // the mail cannot be written: the intake lets no such address in, and none gets out
        }

        assertThat(read.getAllRecipients()).hasSize(1);
        assertThat(headers(read)).doesNotContain("Bcc", "Cc", "X-Injected");
    }

    @RepeatedTest(100)
    void nothingTypedIsInThePatientsMail() {
        String marked = "zq9" + hostile() + "zq9";
        InquiryReceived inquiry = inquiry(marked, "ana@example.com", marked, marked);
        Mail mail = PATIENT_MAIL.write(inquiry, null);

        assertThat(mail.subject() + mail.text() + mail.html() + mail.headers()).doesNotContain("zq9");
    }

    private static String hostile() {
        return IntStream.rangeClosed(0, RANDOM.nextInt(6))
                .mapToObj(part -> RANDOM.nextBoolean() ? PIECES.get(RANDOM.nextInt(PIECES.size())) : anyText())
                .collect(Collectors.joining());
    }

    private static String anyText() {
        return RANDOM.ints(RANDOM.nextInt(30), 0, Character.MAX_CODE_POINT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private MimeMessage sent(Mail mail) throws MessagingException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        MimeMessages.of(mail, server, "<1@clinic.example>", null).writeTo(bytes);
        assertThat(bytes.toString(StandardCharsets.ISO_8859_1)).doesNotContain("\0");
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static Set<String> headers(MimeMessage message) throws MessagingException {
        Set<String> names = new TreeSet<>();
        Collections.list(message.getAllHeaders()).forEach(header -> names.add(header.getName()));
        return names;
    }

    private static InquiryReceived inquiry(String name, String email, String phone, String message) {
        return new InquiryReceived(
                new InquiryId("0".repeat(26)),
                Instant.EPOCH,
                InquiryKind.CONTACT,
                null,
                Region.NECK,
                new Person(name, email, phone, ContactChannel.PHONE, "en"),
                message,
                null,
                new Consent(true, "2026-11-22", "en"),
                List.of(new RedFlag("saddle-numbness", message, "emergency")),
                List.of());
    }
}
