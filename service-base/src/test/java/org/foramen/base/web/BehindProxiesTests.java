package org.foramen.base.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.foramen.base.web.connections.ConnectionGuard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.core.env.StandardEnvironment;

/** A server of Tomcat's, as the services have it, behind a proxy and not. */
class BehindProxiesTests {

    private WebServer server;

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aTrustedProxyIsBelieved() throws Exception {
        start("127.0.0.1", "::1");

        assertThat(ask("/", "X-Forwarded-For: 198.51.100.9, 203.0.113.7", "X-Forwarded-Proto: https"))
                .endsWith("203.0.113.7 https true");
    }

    @Test
    void nobodyElseIs() throws Exception {
        start("10.0.0.0/8");

        assertThat(ask("/", "X-Forwarded-For: 203.0.113.7", "X-Forwarded-Proto: https"))
                .endsWith("127.0.0.1 http false");
    }

    @Test
    void aRedirectNamesNoHost() throws Exception {
        start("127.0.0.1");

        assertThat(ask("/go", "X-Forwarded-Host: evil.example"))
                .contains("Location: /there")
                .doesNotContain("evil");
    }

    private void start(String... trusted) {
        TrustedProxies proxies = TrustedProxies.in(List.of(trusted), "");
        TomcatServletWebServerFactory tomcat = new TomcatServletWebServerFactory(0);
        new BehindProxies(proxies).customize(tomcat);
        new ConnectionGuard(new StandardEnvironment(), proxies).customize(tomcat);
        server = tomcat.getWebServer(
                context -> context.addServlet("echo", new Echo()).addMapping("/"));
        server.start();
    }

    private String ask(String path, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), server.getPort())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n"
                    + String.join("\r\n", headers) + "\r\n\r\n";
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        }
    }

    /** Says who asked, or sends them elsewhere. */
    private static final class Echo extends HttpServlet {

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getServletPath().equals("/go")) {
                response.sendRedirect("/there");
            } else {
                String told = request.getRemoteAddr() + " " + request.getScheme() + " " + request.isSecure();
                response.setContentLength(told.length());
                response.getWriter().print(told);
            }
        }
    }
}
