package org.foramen.system.stack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Grants tokens (RFC 6749) to whoever asks, and knows which of them have not ended. */
public final class TokenEndpoint implements AutoCloseable {

    private final Map<String, Instant> ends = new ConcurrentHashMap<>();
    private final Duration lifetime;
    private final HttpServer server;

    public TokenEndpoint(Duration lifetime) throws IOException {
        this.lifetime = lifetime;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", this::grant);
        server.start();
    }

    public String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/token";
    }

    public boolean isGood(String token) {
        return Instant.now().isBefore(ends.getOrDefault(token, Instant.MIN));
    }

    /** How many it has granted. */
    public int granted() {
        return ends.size();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void grant(HttpExchange exchange) throws IOException {
        try (exchange) {
            String token = UUID.randomUUID().toString();
            ends.put(token, Instant.now().plus(lifetime));
            byte[] answer = "{\"access_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": %d}"
                    .formatted(token, lifetime.toSeconds())
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
