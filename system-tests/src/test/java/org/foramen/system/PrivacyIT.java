package org.foramen.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.foramen.base.SealKeyFiles;
import org.foramen.contract.Consent;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryKind;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Person;
import org.foramen.contract.Region;
import org.foramen.contract.sealing.SealKeys;
import org.foramen.contract.sealing.SealedInquiry;
import org.foramen.stack.mail.Answer;
import org.foramen.stack.mail.ReceivedMail;
import org.foramen.stack.mail.SmtpStage;
import org.foramen.system.stack.LiveFiles;
import org.foramen.system.stack.Metrics;
import org.foramen.system.stack.Stack;
import org.foramen.system.stack.Topic;
import org.foramen.system.stack.Website;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Nothing that a person typed can be found where it does not belong, whatever happened to the inquiry, with every log at
 * its most talkative; and what is to be forgotten is gone from the disk.
 */
@Timeout(400)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PrivacyIT {

    /** In no dictionary, and in nobody's address: found anywhere, they come from an inquiry. */
    private static final List<String> PLANTED =
            List.of("Zaunkoenigin", "zilpzalp", "Trauerschnaepper", "Trauerschn%C3", "2135550147");

    /** Told only where a bounce mailbox or a canary is set up; the notifier's own tests read them. */
    private static final Set<String> OF_MAILBOXES =
            Set.of("foramen_bounces_mailbox_age_seconds", "foramen_canary_missing");

    private static final Duration SOON = Duration.ofSeconds(90);

    @TempDir
    static Path otherKeys;

    private Stack stack;
    private Website website;

    @BeforeAll
    void sendAllSortsOfInquiries() throws Exception {
        stack = Stack.ofOneEach("privacy", Map.of("LOGGING_LEVEL_ROOT", "DEBUG"));
        website = new Website(stack.intake());
        beAccepted();
        beRefused();
        bePutOffAndRefusedByMailServers();
        beSpooled();
        beADeadLetter();
        await("all is read").atMost(SOON).until(() -> stack.inquiries().isReadToTheEnd());
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    @Order(1)
    void noFileOfAnyPartHoldsAWordOfAnyInquiry() throws IOException {
        assertThat(new String(stack.mail().mails().get(0).bytes(), StandardCharsets.UTF_8))
                .as("the search finds what is there")
                .contains("Zaunkoenigin");
        List<String> hits = new ArrayList<>();
        long bytes = 0;
        for (Path file : LiveFiles.in(stack.folder())) {
            String text = LiveFiles.text(file, StandardCharsets.ISO_8859_1);
            bytes += text.length();
            PLANTED.stream()
                    .filter(text::contains)
                    .forEach(canary -> hits.add(canary + " in " + stack.folder().relativize(file)));
        }

        assertThat(hits).isEmpty();
        assertThat(bytes).as("bytes searched").isGreaterThan(1_000_000);
    }

    @Test
    @Order(2)
    void noMetricAndNoHealthPageHoldsAWordOfAnyInquiry() throws IOException {
        for (Website service : List.of(website, new Website(stack.notifier()))) {
            String shown = service.get("/actuator/prometheus").body()
                    + service.get("/actuator/health").body()
                    + service.get("/actuator/info").body()
                    + service.get("/actuator/reconciliation").body();

            assertThat(shown).contains("foramen_").doesNotContain(PLANTED);
        }
    }

    @Test
    @Order(2)
    void theAlertsAndTheDashboardAskForMetricsThatAreThere() throws IOException {
        Set<String> told = new TreeSet<>(Metrics.of(stack.intake()).names());
        told.addAll(Metrics.of(stack.notifier()).names());
        told.addAll(Set.of("up", "ALERTS")); // Prometheus's own
        told.addAll(OF_MAILBOXES);

        assertThat(asked(Files.readString(Path.of("../ops/prometheus/alerts.yml"))))
                .hasSizeGreaterThan(9)
                .isSubsetOf(told);
        assertThat(asked(String.join("\n", DashboardIT.questions())))
                .hasSizeGreaterThan(20)
                .isSubsetOf(told);
    }

    /** The names of metrics in a text, which have a prefix that is no word of PromQL. */
    private static Set<String> asked(String text) {
        return Pattern.compile("\\b(?:foramen|http|hikaricp|jvm|process|kafka)_[a-z_]+")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @Order(3)
    void aDeadLetterIsReplayedOnceTheKeyIsThere() throws IOException {
        String id = "D".repeat(26);
        addOtherPrivateKey();
        stack.notifier().stop();
        stack.notifier().start();

        assertThat(stack.notifier().run("replay", "all")).contains("Dead letters replayed: 1");
        awaitMail(id);
        assertThat(stack.notifier().run("replay", placeOfTheDeadLetter())).contains("Dead letters replayed: 1");

        await().atMost(SOON).until(() -> stack.inquiries().isReadToTheEnd());
        assertThat(stack.mail().mails())
                .filteredOn(mail -> mail.messageId().startsWith("<" + id + ".clinic@"))
                .hasSize(1);
        await("no dead letter waits any more")
                .atMost(SOON)
                .until(() -> Metrics.of(stack.notifier()).sum("foramen_ledger_dead_letters") == 0);
    }

    @Test
    @Order(4)
    void whatIsKeptAboutAPersonCanBeGivenToThem() throws IOException {
        String id = accepted("asker");

        String printed = stack.notifier().run("export", new InquiryId(id).reference());

        JsonNode export = printed.lines()
                .filter(line -> line.startsWith("{\"id\""))
                .map(line -> JsonMapper.shared().readTree(line))
                .findFirst()
                .orElseThrow();
        assertThat(export.path("id").asString()).isEqualTo(id);
        assertThat(export.path("message").asString()).contains("Trauerschnaepper");
    }

    @Test
    @Order(5)
    void anErasedInquiryLeavesNoByteInKafka() throws Exception {
        String id = accepted("leaver");
        String deadLetter = "D".repeat(26);
        String sealed = sealedText(stack.inquiries(), id);
        String sealedLetter = sealedText(stack.deadLetters(), deadLetter);
        assertThat(filesWith(sealed)).isNotEmpty();
        assertThat(filesWith(sealedLetter)).isNotEmpty();

        assertThat(stack.notifier().run("erase", new InquiryId(id).reference())).contains("Records erased: 1");
        assertThat(stack.notifier().run("erase", deadLetter)).contains("Records erased: 4");

        await("the erasure is on record")
                .atMost(SOON)
                .until(() -> stack.notifier().said().contains("Inquiry " + id + " erased"));
        assertThat(stack.notifier().run("export", id))
                .contains("Kafka keeps nothing of it")
                .doesNotContain("Trauerschnaepper");
        stack.inquiries().compactSoon();
        stack.deadLetters().compactSoon();
        await("compaction")
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> {
                    accepted("neighbour"); // a segment is closed when the next record comes
                    stack.deadLetters()
                            .add(new ProducerRecord<>(stack.deadLetters().name(), "9-9", new byte[] {1}));
                    assertThat(filesWith(sealed)).isEmpty();
                    assertThat(filesWith(sealedLetter)).isEmpty();
                });
    }

    private void beAccepted() throws IOException {
        accepted("reader");
        assertThat(website.fillIn("/?lang=es", typed("writer")).statusCode()).isEqualTo(303);
    }

    private void beRefused() throws IOException {
        Map<String, Object> wrong = inquiry("wrong");
        wrong.put("email", "zilpzalp at nowhere");
        wrong.put("kind", "zilpzalp");
        wrong.put("phone", "zilpzalp");
        assertThat(website.post(wrong, "k").statusCode()).isEqualTo(400);
        Map<String, Object> huge = inquiry("huge");
        huge.put("message", "Trauerschnaepper ".repeat(10_000));
        assertThat(website.post(huge, "k").statusCode()).isEqualTo(413);
        Map<String, Object> nested = inquiry("nested");
        nested.put("name", Map.of("zilpzalp", "Zaunkoenigin"));
        assertThat(website.post(nested, "k").statusCode()).isEqualTo(400);
        Map<String, String> incomplete = new TreeMap<>(typed("incomplete"));
        incomplete.put("name", "");
        assertThat(website.fillIn("/", incomplete).statusCode()).isNotEqualTo(303);
        Map<String, String> foreign = new TreeMap<>(typed("foreign"));
        foreign.put("submission", "zilpzalp");
        assertThat(website.fillIn("/", foreign).statusCode()).isNotEqualTo(303);
        assertThat(website.get("/nowhere?name=Zaunkoenigin").statusCode()).isEqualTo(404);
    }

    private void bePutOffAndRefusedByMailServers() throws IOException {
        String unknown = email("unknown");
        String slow = email("slow");
        stack.mail()
                .on(
                        SmtpStage.RECIPIENT,
                        recipient -> recipient.equals(unknown)
                                ? new Answer.Reply("550 5.1.1 <" + unknown + "> unknown")
                                : recipient.equals(slow)
                                        ? new Answer.Reply("450 4.2.0 " + slow + " greylisted")
                                        : Answer.yes());
        String refused = accepted("unknown");
        accepted("slow");
        await("the clinic is told").atMost(SOON).until(() -> stack.mail().mails().stream()
                .anyMatch(mail -> mail.messageId().startsWith("<" + refused + ".notice@")));
        stack.mail().behave();
    }

    private void beSpooled() throws IOException {
        stack.kafka().stop();
        accepted("spooled");
        assertThat(LiveFiles.in(stack.folder()))
                .anyMatch(file -> file.toString().contains("spool"));
        noFileOfAnyPartHoldsAWordOfAnyInquiry();
        stack.kafka().start();
    }

    private void beADeadLetter() {
        SealKeyFiles.makeIfAbsent(otherKeys.resolve("keys"));
        InquiryReceived inquiry = new InquiryReceived(
                new InquiryId("D".repeat(26)),
                Instant.now(),
                InquiryKind.CONTACT,
                null,
                Region.UNSPECIFIED,
                new Person("Zaunkoenigin", email("letter"), null, ContactChannel.EMAIL, "en"),
                "Trauerschnaepper",
                null,
                new Consent(false, "2026-11-22", "en"),
                List.of(),
                List.of());
        SealedInquiry sealed = SealKeys.sealer(otherKeys.resolve("keys").resolve(SealKeys.PUBLIC_FILE))
                .seal(inquiry);
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(stack.inquiries().name(), sealed.id().value(), sealed.value());
        sealed.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        stack.inquiries().add(record);
        await("the dead letter")
                .atMost(SOON)
                .until(() -> stack.deadLetters().records().size() == 1);
    }

    private void addOtherPrivateKey() throws IOException {
        Path ours = stack.folder().resolve("data/keys").resolve(SealKeys.PRIVATE_FILE);
        JsonNode all = JsonMapper.shared().readTree(Files.readString(ours));
        ((ArrayNode) all.path("keys")).addAll((ArrayNode) JsonMapper.shared()
                .readTree(Files.readString(otherKeys.resolve("keys").resolve(SealKeys.PRIVATE_FILE)))
                .path("keys"));
        Files.writeString(ours, all.toString());
    }

    private String placeOfTheDeadLetter() {
        Headers headers = stack.deadLetters().records().get(0).headers();
        return new String(headers.lastHeader("foramen-partition").value(), StandardCharsets.UTF_8) + "-"
                + new String(headers.lastHeader("foramen-offset").value(), StandardCharsets.UTF_8);
    }

    /** Sends an inquiry, waits for the clinic's mail, and returns its id. */
    private String accepted(String who) throws IOException {
        HttpResponse<String> answer =
                website.post(inquiry(who), UUID.randomUUID().toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String id = Website.json(answer).path("id").asString();
        if (stack.kafka().isRunning()) {
            awaitMail(id);
        }
        return id;
    }

    private void awaitMail(String id) {
        await("the clinic's mail").atMost(SOON).until(() -> stack.mail().mails().stream()
                .map(ReceivedMail::messageId)
                .anyMatch(found -> found.startsWith("<" + id + ".clinic@")));
    }

    private static Map<String, Object> inquiry(String who) {
        Map<String, Object> inquiry = new TreeMap<>(typed(who));
        inquiry.put("kind", "contact");
        inquiry.put("consentToEmail", true);
        return inquiry;
    }

    private static Map<String, String> typed(String who) {
        return Map.of(
                "name", "Zaunkoenigin",
                "email", email(who),
                "phone", "(213) 555-0147",
                "message", "Trauerschnaepper asks what a foraminotomy costs.",
                "consentToEmail", "true");
    }

    private static String email(String who) {
        return "zilpzalp." + who + "@birds.example";
    }

    private static String sealedText(Topic topic, String id) {
        return topic.records().stream()
                .filter(record -> id.equals(record.key()) && record.value() != null)
                .map(record -> new String(record.value(), StandardCharsets.US_ASCII))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> filesWith(String text) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path file : LiveFiles.in(stack.folder())) {
            if (LiveFiles.text(file, StandardCharsets.ISO_8859_1).contains(text)) {
                found.add(file);
            }
        }
        return found;
    }
}
