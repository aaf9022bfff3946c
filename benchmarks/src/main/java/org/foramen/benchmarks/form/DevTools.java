package org.foramen.benchmarks.form;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.foramen.stack.process.Pause;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page of a Chromium that listens for its <a href="https://chromedevtools.github.io/devtools-protocol/">DevTools protocol</a>. */
final class DevTools implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private final WebSocket line;

    private DevTools(URI page) {
        line = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(page, new Messages())
                .join();
    }

    /** A new page, once the browser listens. */
    static DevTools page(int port) {
        URI newPage = URI.create("http://127.0.0.1:" + port + "/json/new?about:blank");
        HttpRequest request = HttpRequest.newBuilder(newPage)
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        CompletableFuture<String> answer = new CompletableFuture<>();
        Pause.until(() -> answered(request, answer), "Chromium", PATIENCE, Duration.ofMillis(50));
        JsonNode page = JsonMapper.shared().readTree(answer.join());
        return new DevTools(URI.create(page.path("webSocketDebuggerUrl").asString()));
    }

    private static boolean answered(HttpRequest request, CompletableFuture<String> answer) {
        try {
            return answer.complete(HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException e) {
            return false; // it does not listen yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while Chromium started", e);
        }
    }

    /** What the browser answers; what it says unasked is not heard. */
    JsonNode ask(String method, Map<String, Object> parameters) {
        int id = number.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        Map<String, Object> message = Map.of("id", id, "method", method, "params", parameters);
        line.sendText(JsonMapper.shared().writeValueAsString(message), true).join();
        JsonNode said = answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        if (said.has("error")) {
            throw new IllegalStateException(method + ": " + said);
        }
        return said.path("result");
    }

    @Override
    public void close() {
        line.abort();
    }

    private final class Messages implements WebSocket.Listener {

        private final StringBuilder begun = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            begun.append(text);
            if (last) {
                JsonNode message = JsonMapper.shared().readTree(begun.toString());
                begun.setLength(0);
                CompletableFuture<JsonNode> question =
                        asked.remove(message.path("id").asInt(0));
                if (question != null) {
                    question.complete(message);
                }
            }
            socket.request(1);
            return null;
        }
    }
}
