package org.foramen.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.foramen.stack.process.Pause;
import org.foramen.stack.process.Ports;
import org.foramen.stack.process.QuickStart;
import org.foramen.stack.process.Service;
import org.foramen.system.stack.Website;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services with the heap that they ship with answer a visitor while and after somebody floods them, without a restart. */
class FloodIT {

    private static final Duration SOON = Duration.ofSeconds(5);

    /** While the flood lasts a visitor may wait for longer; on a machine with other work all the more. */
    private static final Duration MEANWHILE = Duration.ofSeconds(30);

    private static final String LIVENESS = "/actuator/health/liveness";

    private static final HttpClient VISITOR = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(SOON)
            .build();

    @TempDir
    Path folder;

    @Test
    void anIntakeFloodedWithHalfOpenRequestsAnswersVisitors() throws Exception {
        Service intake = service("intake-service");
        try (HalfOpenFlood flood = new HalfOpenFlood(intake.port(), 4_000, 4)) {
            for (int visitor = 1; visitor <= 8; visitor++) {
                Pause.of(Duration.ofSeconds(3));
                assertThat(visit(intake.address("/"), MEANWHILE))
                        .as("visitor %d", visitor)
                        .isEqualTo(200);
            }
            assertThat(flood.opened()).as("a flood").isGreaterThan(2_000);
        }

        assertThat(visit(intake.address("/"), SOON)).isEqualTo(200);
        assertThat(intake.isRunning()).isTrue();
        intake.stop();
    }

    @Test
    void anIntakeWhosePortOfMetricsIsFloodedAnswersVisitors() throws Exception {
        int metrics = Ports.free();
        Service intake = service("intake-service", "/", Map.of("MANAGEMENT_SERVER_PORT", String.valueOf(metrics)));
        try (HalfOpenFlood flood = new HalfOpenFlood(metrics, 4_000, 4)) {
            for (int visitor = 1; visitor <= 6; visitor++) {
                Pause.of(Duration.ofSeconds(3));
                assertThat(visit(intake.address("/"), MEANWHILE))
                        .as("visitor %d", visitor)
                        .isEqualTo(200);
            }
            assertThat(flood.opened()).as("a flood").isGreaterThan(300); // the guard is slow to take more
        }

        assertThat(visit(intake.address("/"), SOON)).isEqualTo(200);
        assertThat(intake.isRunning()).isTrue();
        intake.stop();
    }

    @Test
    void anIntakeSentThousandsOfLongKeysAnswersVisitors() throws Exception {
        Service intake = service(
                "intake-service", LIVENESS, Map.of("FORAMEN_ABUSE_PER_ADDRESS", "0", "FORAMEN_ABUSE_PER_NETWORK", "0"));
        Map<String, Object> inquiry = Map.of(
                "kind", "contact",
                "name", "Ana",
                "email", "ana@example.com",
                "preferredContact", "email",
                "consentToEmail", true,
                "message", "y".repeat(4_000));
        Website website = new Website(intake);
        ExecutorService hands = Executors.newFixedThreadPool(8);
        List<Future<Integer>> answers = IntStream.range(0, 4_000)
                .mapToObj(number -> hands.submit(
                        () -> website.post(inquiry, number + "x".repeat(7_000)).statusCode()))
                .toList();
        hands.shutdown();
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(202);
        }

        assertThat(visit(intake.address("/"), SOON)).isEqualTo(200);
        assertThat(intake.isRunning()).isTrue();
        intake.stop();
    }

    @Test
    void aNotifierWithHundredsOfOpenPagesKeepsTheLatestAndAnswersVisitors() throws Exception {
        Service notifier = service("notifier-service");
        Operator operator = Operator.signedIn(notifier, folder.resolve("data"));
        List<CompletableFuture<HttpResponse<Void>>> pages = IntStream.range(0, 500)
                .mapToObj(page -> operator.follow("/live"))
                .toList();

        Pause.until(() -> open(pages) <= 100, "the older pages to be closed", Duration.ofMinutes(1));
        assertThat(open(pages)).as("the latest stay").isPositive();
        assertThat(visit(notifier.address("/sign-in"), SOON)).isEqualTo(200);
        assertThat(notifier.isRunning()).isTrue();
        notifier.stop();
    }

    private static long open(List<CompletableFuture<HttpResponse<Void>>> pages) {
        return pages.stream().filter(page -> !page.isDone()).count();
    }

    @Test
    void aNotifierAskedForPagesByStrangersKeepsNothingOfThem() throws Exception {
        Service notifier = service("notifier-service");
        for (int stranger = 0; stranger < 20_000; stranger++) {
            HttpRequest request = HttpRequest.newBuilder(notifier.address("/library"))
                    .timeout(MEANWHILE)
                    .header("X-A", "y".repeat(7_000))
                    .build();
            HttpResponse<Void> answer = VISITOR.send(request, BodyHandlers.discarding());
            if (stranger == 0) {
                assertThat(answer.statusCode()).isEqualTo(302);
                assertThat(answer.headers().allValues("Set-Cookie"))
                        .noneMatch(cookie -> cookie.contains("foramen-console"));
            }
        }

        assertThat(visit(notifier.address("/sign-in"), SOON)).isEqualTo(200);
        notifier.stop();
    }

    private Service service(String module) {
        return service(module, LIVENESS, Map.of());
    }

    private Service service(String module, String answering, Map<String, String> changes) {
        List<String> options = List.of("-Xmx192m", "-XX:+ExitOnOutOfMemoryError", "-XX:TieredStopAtLevel=1");
        Path content = Path.of("..", "content").toAbsolutePath();
        Service service = new Service(
                QuickStart.of(Service.jar(module), options, content),
                folder.resolve(module + ".log"),
                Map.of(
                        "FORAMEN_CONTENT", content.toString(),
                        "FORAMEN_DATA", folder.resolve("data").toString(),
                        "SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + Ports.free()));
        return service.begin(changes).awaitAnswer(answering, Duration.ofMillis(200));
    }

    private static int visit(URI page, Duration wait) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(page).timeout(wait).build();
        return VISITOR.send(request, BodyHandlers.discarding()).statusCode();
    }
}
