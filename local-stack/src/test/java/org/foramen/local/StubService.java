package org.foramen.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Stands in for a service: it is ready at once, and tells when it was stopped in order. */
final class StubService {

    private StubService() {}

    public static void main(String[] arguments) throws Exception {
        if (System.getenv("STUB_FAILS") != null) {
            System.out.println("The database is locked");
            System.exit(3);
        }
        int port = Integer.parseInt(System.getenv("SERVER_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/actuator/health/readiness", exchange -> {
            try (exchange) {
                byte[] answer = "{\"status\":\"UP\"}".getBytes(UTF_8);
                exchange.sendResponseHeaders(System.getenv("STUB_WAITS") == null ? 200 : 503, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("Stopped in order")));
    }
}
