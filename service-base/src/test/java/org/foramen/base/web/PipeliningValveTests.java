package org.foramen.base.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.foramen.base.web.connections.ConnectionGuard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.core.env.StandardEnvironment;

/** A server of Tomcat's, as the services have it, whose connections are used for one request after the other. */
class PipeliningValveTests {

    private static final String GET = "GET / HTTP/1.1\r\nHost: clinic.example\r\n\r\n";
    private static final String POST = "POST / HTTP/1.1\r\nHost: clinic.example\r\nContent-Length: 5\r\n\r\nhello";

    private final AtomicInteger asked = new AtomicInteger();
    private WebServer server;

    @BeforeEach
    void start() {
        TomcatServletWebServerFactory tomcat = new TomcatServletWebServerFactory(0);
        new ConnectionGuard(new StandardEnvironment(), TrustedProxies.in(List.of(), "")).customize(tomcat);
        server = tomcat.getWebServer(
                context -> context.addServlet("count", new Counting()).addMapping("/"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 20, 100})
    void whoDoesNotWaitForAnswersIsHungUpOnAfterTheFirst(int requests) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(GET.repeat(requests).getBytes(StandardCharsets.US_ASCII));

            assertThat(answer(socket)).startsWith("HTTP/1.1 200").contains("Connection: close");
        }
        assertThat(asked).hasValue(1);
    }

    /** As browsers and proxies do, with and without a body. */
    @Test
    void whoWaitsForEachAnswerKeepsTheConnection() throws IOException {
        try (Socket socket = connect()) {
            for (String request : List.of(GET, POST, GET, POST, POST, GET)) {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

                assertThat(answer(socket)).startsWith("HTTP/1.1 200").doesNotContain("Connection: close");
            }
        }
        assertThat(asked).hasValue(6);
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** Of two letters. */
    private static String answer(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder read = new StringBuilder();
        while (!read.toString().endsWith("\r\n\r\nok")) {
            int letter = in.read();
            assertThat(letter).as(read.toString()).isNotNegative();
            read.append((char) letter);
        }
        return read.toString();
    }

    private final class Counting extends HttpServlet {

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            asked.incrementAndGet();
            request.getInputStream().readAllBytes();
            response.setContentLength(2);
            response.getOutputStream().print("ok");
        }
    }
}
