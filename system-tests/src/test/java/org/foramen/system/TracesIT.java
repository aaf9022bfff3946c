package org.foramen.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.foramen.stack.mail.Answer;
import org.foramen.stack.mail.SmtpStage;
import org.foramen.system.stack.Stack;
import org.foramen.system.stack.TraceCollector;
import org.foramen.system.stack.TraceCollector.Step;
import org.foramen.system.stack.Website;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** One trace follows an inquiry from the form to each try of each mail, and tells nothing about the person. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TracesIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String INQUIRY = "foramen.inquiry.id";
    private static final List<String> PLANTED =
            List.of("Zaunkoenigin", "zilpzalp", "Trauerschnaepper", "2135550147", "birds.example");

    private TraceCollector collector;
    private Stack stack;
    private Website website;

    @BeforeAll
    void start() throws IOException {
        collector = new TraceCollector();
        stack = Stack.ofOneEach(
                "traces", Map.of("FORAMEN_TRACES", collector.address().toString()));
        website = new Website(stack.intake());
    }

    @AfterAll
    void stop() {
        stack.close();
        collector.close();
    }

    @Test
    @Order(1)
    void oneTraceHoldsTheRequestTheRecordAndBothMails() throws IOException {
        String id = accepted("reader");

        List<Step> attempts = attempts(id, 2);
        Step published = published(id);
        assertThat(attempts).allMatch(attempt -> attempt.trace().equals(published.trace()));
        assertThat(attempts)
                .extracting(attempt -> attempt.facts().get("foramen.audience"))
                .containsExactlyInAnyOrder("clinic", "patient");
        assertThat(attempts)
                .extracting(attempt -> attempt.facts().get("foramen.outcome"))
                .containsOnly("sent");
        List<Step> processed = steps(published.trace(), "process", 2);
        assertThat(processed).allMatch(process -> process.within().equals(published.id()));
        assertThat(processed).extracting(Step::id).containsExactlyInAnyOrderElementsOf(parentsOf(attempts));
        Step request = steps(published.trace(), "POST /api/inquiries", 1).get(0);
        assertThat(published.within()).isEqualTo(request.id());
        assertThat(request.facts()).containsEntry("http.response.status_code", "202");
        assertThat(request.service()).isEqualTo("foramen-intake");
        assertThat(attempts).extracting(Step::service).containsOnly("foramen-notifier");
    }

    @Test
    @Order(2)
    void aMailThatIsPutOffGoesOnInItsTrace() throws IOException {
        AtomicInteger tries = new AtomicInteger();
        stack.mail()
                .on(
                        SmtpStage.RECIPIENT,
                        recipient -> recipient.startsWith("zilpzalp.slow") && tries.incrementAndGet() == 1
                                ? new Answer.Reply("450 4.2.0 <" + recipient + "> greylisted")
                                : Answer.yes());

        String id = accepted("slow");

        assertThat(attempts(id, 3))
                .allMatch(attempt -> attempt.trace().equals(published(id).trace()))
                .extracting(attempt -> attempt.facts().get("foramen.audience") + " "
                        + attempt.facts().get("foramen.outcome"))
                .containsExactlyInAnyOrder("clinic sent", "patient temporary", "patient sent");
    }

    @Test
    @Order(3)
    void anInquiryThatWaitedOnTheDiskKeepsItsTrace() throws IOException {
        stack.kafka().stop();
        String id = accepted("spooled");
        stack.kafka().start();

        assertThat(attempts(id, 2))
                .allMatch(attempt -> attempt.trace().equals(published(id).trace()));
        assertThat(published(id).facts()).containsEntry("foramen.kept.in", "spool");
    }

    @Test
    @Order(4)
    void whatIsRefusedIsNotedByItsStatusOnlyAndAVisitorsTraceIsNotFollowed() throws Exception {
        String theirs = "0af7651916cd43dd8448eb211c80319c";
        HttpRequest request = HttpRequest.newBuilder(
                        stack.intake().address("/").resolve(URI.create("/api/inquiries?name=Zaunkoenigin")))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "Trauerschnaepper")
                .header("traceparent", "00-" + theirs + "-b7ad6b7169203331-01")
                .POST(HttpRequest.BodyPublishers.ofString("{\"kind\":{\"zilpzalp\":\"Zaunkoenigin\"}}"))
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(400);

        await().atMost(SOON).until(() -> collector.steps().stream()
                .anyMatch(step -> "400".equals(step.facts().get("http.response.status_code"))));
        assertThat(collector.steps()).noneMatch(step -> step.trace().equals(theirs));
    }

    @Test
    @Order(5)
    void noTraceHoldsAWordOfAnyInquiry() {
        assertThat(collector.steps()).hasSizeGreaterThan(10).allMatch(step -> step.events() == 0);
        assertThat(collector.words()).contains(INQUIRY).doesNotContain(PLANTED);
        assertThat(collector.steps().stream()
                        .flatMap(step -> step.facts().keySet().stream())
                        .distinct())
                .containsExactlyInAnyOrder(
                        INQUIRY,
                        "foramen.audience",
                        "foramen.outcome",
                        "foramen.kept.in",
                        "foramen.due",
                        "http.response.status_code",
                        "messaging.consumer.group.name",
                        "messaging.kafka.partition",
                        "messaging.kafka.offset");
    }

    private String accepted(String who) throws IOException {
        Map<String, Object> inquiry = new TreeMap<>(Map.of(
                "kind", "contact",
                "name", "Zaunkoenigin",
                "email", "zilpzalp." + who + "@birds.example",
                "phone", "(213) 555-0147",
                "message", "Trauerschnaepper asks what a foraminotomy costs.",
                "consentToEmail", true));
        HttpResponse<String> answer = website.post(inquiry, UUID.randomUUID().toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return Website.json(answer).path("id").asString();
    }

    private List<Step> attempts(String id, int howMany) {
        await("the tries of " + id)
                .atMost(SOON)
                .until(() -> of(id, "smtp attempt").size() == howMany);
        return of(id, "smtp attempt");
    }

    private Step published(String id) {
        await("the record of " + id).atMost(SOON).until(() -> of(id, "publish").size() == 1);
        return of(id, "publish").get(0);
    }

    private List<Step> of(String id, String name) {
        return collector.steps().stream()
                .filter(step -> step.name().equals(name))
                .filter(step -> id.equals(step.facts().get(INQUIRY)))
                .toList();
    }

    private List<Step> steps(String trace, String name, int howMany) {
        await(name)
                .atMost(SOON)
                .until(() -> of(trace).filter(step -> step.name().equals(name)).count() == howMany);
        return of(trace).filter(step -> step.name().equals(name)).toList();
    }

    private Stream<Step> of(String trace) {
        return collector.steps().stream().filter(step -> step.trace().equals(trace));
    }

    private static List<String> parentsOf(List<Step> steps) {
        return steps.stream().map(Step::within).toList();
    }
}
