package org.foramen.notifier.console;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.foramen.base.web.connections.GuardedProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.json.JsonMapper;

/** What is reached without a sign-in on the port of health and metrics, where it is one of its own. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "spring.kafka.bootstrap-servers=127.0.0.1:9",
            "spring.datasource.url=jdbc:h2:mem:management;MODE=PostgreSQL;DB_CLOSE_DELAY=-1",
            "foramen.content=../content",
            "foramen.data=target/management-data"
        })
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class ManagementPortIT {

    @TestConfiguration
    static class Ports {

        private final List<String> protocols = new ArrayList<>();

        @EventListener
        void opened(WebServerInitializedEvent port) {
            protocols.add(((TomcatWebServer) port.getWebServer())
                    .getTomcat()
                    .getConnector()
                    .getProtocolHandlerClassName());
        }
    }

    @LocalManagementPort
    int port;

    @Autowired
    Ports ports;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void itHasWhatMachinesWatchAndNothingElse() throws Exception {
        assertThat(JsonMapper.shared()
                        .readTree(ask("GET", "/actuator").body())
                        .get("_links")
                        .propertyNames())
                .containsExactlyInAnyOrder("self", "health", "health-path", "info", "prometheus", "reconciliation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sign-in",
                "/mail",
                "/audit.csv",
                "/live",
                "/inquiries/K7F392QX0123456789ABCDEFGH",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/loggers",
                "/actuator/threaddump",
                "/actuator/beans",
                "/actuator/shutdown"
            })
    void noPageAndNothingThatTellsMoreIsOnIt(String path) throws Exception {
        assertThat(ask("GET", path).statusCode()).isNotEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /actuator/reconciliation",
        "DELETE, /actuator/reconciliation",
        "POST, /actuator/health",
        "PUT, /actuator/prometheus",
        "POST, /actuator/loggers/root",
        "POST, /actuator/shutdown",
        "POST, /act/erase"
    })
    void nothingIsChangedByIt(String method, String path) throws Exception {
        assertThat(ask(method, path).statusCode()).isBetween(400, 499);
    }

    @Test
    void itsConnectionsAreGuardedAsThoseOfThePages() {
        assertThat(ports.protocols).hasSize(2).containsOnly(GuardedProtocol.class.getName());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /actuator/prometheus?includedNames=% HTTP/1.1",
                "GET /actuator/prometheus?includedNames=%zz HTTP/1.1",
                "GET /actuator/health?% HTTP/1.1",
                "GET /actuator/health/%00 HTTP/1.1",
                "GET /actuator;a=b/health HTTP/1.1",
                "GET /actuator/health/.. HTTP/1.0",
                "GET /error HTTP/1.1",
                "GET * HTTP/1.1",
                "OPTIONS * HTTP/1.1",
                "PROPFIND /actuator/info HTTP/1.1",
                "FOO /actuator/info HTTP/1.1",
                "TRACE /actuator/info HTTP/1.1",
                "POST /actuator/info HTTP/1.1\r\nContent-Type: x",
                "GET /actuator/info HTTP/1.1\r\nAccept:",
                "GET /actuator/info HTTP/1.1\r\nAccept: x",
                "GET /actuator/prometheus HTTP/1.1\r\nAccept: application/x-unknown",
                "GET /actuator/prometheus HTTP/1.1\r\nAccept: text/html;q=2",
                "GET /actuator/info HTTP/1.1\r\nRange: bytes=x",
                "GET /actuator/info HTTP/1.1\r\nExpect: x"
            })
    void whatIsOddIsNoMistakeOfOurs(String request, CapturedOutput log) throws IOException {
        assertThat(statusOf(request)).isBetween(200, 499);

        assertThat(log).doesNotContain("ERROR", "Servlet.service()");
    }

    @Test
    void healthIsAStateWithoutDetails() throws Exception {
        assertThat(ask("GET", "/actuator/health").body())
                .contains("status")
                .doesNotContain("components", "details", "127.0.0.1");
    }

    private int statusOf(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write((request + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n").getBytes(US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
            return Integer.parseInt(answer.split(" ")[1]);
        }
    }

    private HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, BodyPublishers.noBody())
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
