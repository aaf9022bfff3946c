package org.foramen.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.foramen.stack.mail.MailAttachment;
import org.foramen.stack.mail.MailParts;
import org.foramen.stack.mail.ReceivedMail;
import org.foramen.system.stack.LiveFiles;
import org.foramen.system.stack.PdfText;
import org.foramen.system.stack.SharedStack;
import org.foramen.system.stack.Stack;
import org.foramen.system.stack.Website;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** One inquiry's way from the form to both inboxes, through the jars that ship. */
@ExtendWith(SharedStack.class)
@Timeout(180)
class JourneyIT {

    private static final String CLINIC = "front-desk@clinic.example";
    private static final String NAME = "Canaria Vogelsang";
    private static final String EMAIL = "canary.%s@birds.example";
    private static final String MESSAGE = "Kanarienvogel asks whether the tingling in both thumbs means surgery.";

    private final Stack stack;
    private final Website website;
    private final String email = EMAIL.formatted(UUID.randomUUID().toString().substring(0, 8));

    JourneyIT(Stack stack) {
        this.stack = stack;
        this.website = new Website(stack.intake());
    }

    @Test
    void theFormLeadsToAReceiptAndToBothInboxes() throws IOException {
        HttpResponse<String> sent = website.fillIn("/", typed());

        assertThat(sent.statusCode()).isEqualTo(303);
        String receipt = sent.headers().firstValue("Location").orElseThrow();
        String reference = referenceIn(receipt);
        assertThat(website.get(receipt).body()).contains(reference).doesNotContain(NAME, email);
        assertThat(mailTo(CLINIC, reference).head()).contains("Subject: Write: general question", reference);
        assertThat(mailToPatient().parts().text()).contains(reference);
    }

    @Test
    void theApiAnswersWithTheReferenceThatBothMailsCarry() throws IOException {
        HttpResponse<String> answer = website.post(inquiry(), UUID.randomUUID().toString());

        assertThat(answer.statusCode()).isEqualTo(202);
        String reference = Website.json(answer).path("reference").asString();
        assertThat(mailTo(CLINIC, reference).parts().text()).contains(NAME, MESSAGE, email, reference);
        assertThat(mailToPatient().parts().text()).contains(reference);
    }

    @Test
    void theClinicAnswersWithOneClick() throws Exception {
        String reference = accepted();
        ReceivedMail mail = mailTo(CLINIC, reference);

        assertThat(mail.parsed().getReplyTo()).extracting(Object::toString).containsExactly(email);
        assertThat(mail.parsed().getSubject()).doesNotContain("Canaria", "Vogelsang");
        assertThat(mail.parts().html()).contains("href=\"mailto:" + email + "?subject=");
        assertThat(mail.parts().attachments()).isEmpty();
    }

    @Test
    void thePatientGetsTheHandoutInlineAndAsAPdfThatCanBeRead() throws IOException {
        accepted();

        MailParts mail = mailToPatient().parts();
        assertThat(mail.attachments()).extracting(MailAttachment::fileName).containsExactly("general-en.pdf");
        String title = titleOf("general", "en");
        assertThat(PdfText.of(mail, "general-en.pdf")).contains(title);
        assertThat(mail.html()).contains(title);
    }

    @Test
    void thePatientsMailIsMarkedAsAutomaticAndHoldsNothingThatWasTyped() throws Exception {
        accepted();

        ReceivedMail mail = mailToPatient();
        assertThat(mail.parsed().getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(mail.parsed().getHeader("X-Auto-Response-Suppress")).containsExactly("OOF, AutoReply");
        assertThat(mail.parsed().getReplyTo()).extracting(Object::toString).containsExactly(CLINIC);
        MailParts parts = mail.parts();
        for (String shown :
                List.of(mail.parsed().getSubject(), parts.text(), parts.html(), PdfText.of(parts, "general-en.pdf"))) {
            assertThat(shown).doesNotContain("Canaria", "Vogelsang", "Kanarienvogel", "thumbs");
        }
    }

    @Test
    void bothMailsAreSentOnceHoweverOftenTheVisitorSends() throws IOException {
        String key = UUID.randomUUID().toString();
        String first =
                Website.json(website.post(inquiry(), key)).path("reference").asString();
        String second =
                Website.json(website.post(inquiry(), key)).path("reference").asString();

        assertThat(second).isEqualTo(first);
        mailToPatient();
        await().until(() -> stack.inquiries().isReadToTheEnd());
        assertThat(mails(mail -> mail.head().contains(first))).hasSize(1);
        assertThat(mails(mail -> mail.recipient().equals(email))).hasSize(1);
    }

    @Test
    void inKafkaAnInquiryIsSealedAndNamedByItsIdAlone() throws IOException {
        String id = Website.json(website.post(inquiry(), UUID.randomUUID().toString()))
                .path("id")
                .asString();

        ConsumerRecord<String, byte[]> record = stack.inquiries().records().stream()
                .filter(one -> id.equals(one.key()))
                .findFirst()
                .orElseThrow();
        Map<String, String> headers = headers(record);
        assertThat(headers).containsEntry("ce_id", id).containsEntry("ce_specversion", "1.0");
        assertThat(headers).containsKeys("ce_type", "ce_source", "ce_time", "content-type");
        assertThat(headers + utf8(record.value())).doesNotContain("Canaria", "canary", "Kanarienvogel", "9716");
    }

    @Test
    void noLogAndNoLedgerHoldsAWordOfIt() throws IOException {
        mailTo(CLINIC, accepted());
        mailToPatient();

        for (Path file : LiveFiles.in(stack.folder())) {
            assertThat(LiveFiles.text(file, StandardCharsets.UTF_8))
                    .as("%s", file)
                    .doesNotContain("Canaria", "Kanarienvogel", email);
        }
    }

    @Test
    void aRecordThatIsNotOursIsSetAsideAndHoldsNothingUp() throws IOException {
        accepted();
        String foreign = "not ours " + email;
        stack.inquiries()
                .add(new ProducerRecord<>(
                        stack.inquiries().name(), "foreign", foreign.getBytes(StandardCharsets.UTF_8)));
        String after = accepted();

        mailTo(CLINIC, after);
        await().until(() -> !deadLetters(foreign).isEmpty());
        assertThat(deadLetters(foreign)).hasSize(1);
        Map<String, String> letter = deadLetters(foreign).get(0);
        assertThat(letter).containsEntry("foramen-reason", "not-our-event");
        String place = letter.get("foramen-partition") + "-" + letter.get("foramen-offset");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> mails(mail -> mail.head().contains("Subject: Look at unreadable record " + place + "\r"))
                                .size()
                        == 1);
    }

    /** The headers of those with this value. */
    private List<Map<String, String>> deadLetters(String value) {
        return stack.deadLetters().records().stream()
                .filter(letter -> value.equals(utf8(letter.value())))
                .map(JourneyIT::headers)
                .toList();
    }

    /** Sends an inquiry and returns its reference. */
    private String accepted() throws IOException {
        HttpResponse<String> answer = website.post(inquiry(), UUID.randomUUID().toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return Website.json(answer).path("reference").asString();
    }

    private Map<String, Object> inquiry() {
        Map<String, Object> inquiry = new TreeMap<>(typed());
        inquiry.put("kind", "contact");
        inquiry.put("consentToEmail", true);
        return inquiry;
    }

    private Map<String, String> typed() {
        return Map.of(
                "name",
                NAME,
                "email",
                email,
                "phone",
                "(310) 423-9716",
                "preferredContact",
                "email",
                "message",
                MESSAGE,
                "consentToEmail",
                "true");
    }

    private ReceivedMail mailToPatient() {
        return first(mail -> mail.recipient().equals(email));
    }

    private ReceivedMail mailTo(String recipient, String reference) {
        return first(mail -> mail.recipient().equals(recipient) && mail.head().contains(reference));
    }

    private ReceivedMail first(Predicate<ReceivedMail> wanted) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> mails(wanted), found -> !found.isEmpty())
                .get(0);
    }

    private List<ReceivedMail> mails(Predicate<ReceivedMail> wanted) {
        return stack.mail().mails().stream().filter(wanted).toList();
    }

    private static String referenceIn(String receipt) {
        Matcher reference = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}").matcher(receipt);
        assertThat(reference.find()).as(receipt).isTrue();
        return reference.group();
    }

    private static String titleOf(String handout, String language) throws IOException {
        return Files.readAllLines(Path.of("../content", handout, language + ".md")).stream()
                .filter(line -> line.startsWith("title:"))
                .map(line -> line.substring("title:".length()).strip())
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> headers(ConsumerRecord<?, ?> record) {
        Map<String, String> headers = new TreeMap<>();
        StreamSupport.stream(record.headers().spliterator(), false)
                .forEach((Header header) -> headers.put(header.key(), utf8(header.value())));
        return headers;
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
