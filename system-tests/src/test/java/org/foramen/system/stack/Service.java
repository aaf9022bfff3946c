package org.foramen.system.stack;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The intake or a notifier, started from the jar that ships, with environment variables only. */
public final class Service {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Path jar;
    private final Program program;
    private final int port = Ports.free();
    private final Map<String, String> environment;

    Service(String module, Path log, Map<String, String> environment) {
        this.jar = Path.of("..", module, "target", module + ".jar")
                .toAbsolutePath()
                .normalize();
        this.program = new Program(Java.command("256m", "-jar", jar.toString()), log.toAbsolutePath());
        this.environment = new TreeMap<>(environment);
        this.environment.put("SERVER_PORT", String.valueOf(port));
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Starts it and does not wait for it. */
    public Service begin(Map<String, String> changes) {
        Map<String, String> changed = new TreeMap<>(environment);
        changed.putAll(changes);
        program.start(changed);
        return this;
    }

    public Service start() {
        return begin(Map.of()).awaitReady();
    }

    public Service awaitReady() {
        await("the service to be ready")
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(250))
                .until(this::isReady);
        return this;
    }

    /** Runs one of its commands beside it, and returns what that printed. */
    public String run(String... command) {
        List<String> line = Java.command("256m", "-jar", jar.toString());
        line.addAll(List.of(command));
        return Program.outputOf(line, environment);
    }

    public void kill() {
        program.kill();
    }

    public void stop() {
        program.stop();
    }

    public boolean isRunning() {
        return program.isRunning();
    }

    /** Everything that it has logged. */
    public String said() {
        return program.said();
    }

    private boolean isReady() throws InterruptedException {
        if (!program.isRunning()) {
            throw new IllegalStateException("the service ended by itself: see " + program.log());
        }
        HttpRequest request = HttpRequest.newBuilder(address("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
