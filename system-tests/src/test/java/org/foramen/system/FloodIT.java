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
import org.foramen.stack.process.Java;
import org.foramen.stack.process.Pause;
import org.foramen.stack.process.Ports;
import org.foramen.stack.process.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services with the heap that they ship with answer a visitor while and after somebody floods them, without a restart. */
class FloodIT {

    private static final Duration SOON = Duration.ofSeconds(5);

    /** While the flood lasts a visitor may wait for longer; on a machine with other work all the more. */
    private static final Duration MEANWHILE = Duration.ofSeconds(30);

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
        List<String> options = List.of("-Xmx192m", "-XX:+ExitOnOutOfMemoryError", "-XX:TieredStopAtLevel=1");
        Service service = new Service(
                Java.ofJar(Java.home(), options, Service.jar(module)),
                folder.resolve(module + ".log"),
                Map.of(
                        "FORAMEN_CONTENT",
                                Path.of("..", "content").toAbsolutePath().toString(),
                        "FORAMEN_DATA", folder.resolve("data").toString(),
                        "SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + Ports.free()));
        return service.begin(Map.of()).awaitAnswer("/actuator/health/liveness", Duration.ofMillis(200));
    }

    private static int visit(URI page, Duration wait) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(page).timeout(wait).build();
        return VISITOR.send(request, BodyHandlers.discarding()).statusCode();
    }
}
