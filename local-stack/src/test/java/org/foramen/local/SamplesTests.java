package org.foramen.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SamplesTests {

    static final List<String> NAMES = Samples.NAMES;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Console console = new Console(new PrintStream(shown, true, UTF_8));
    private HttpServer intake;
    private URI form;
    private volatile int status = 202;

    @BeforeEach
    void listen() throws IOException {
        intake = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        intake.createContext("/api/inquiries", exchange -> {
            try (exchange) {
                received.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                byte[] answer = "{\"id\":\"x\", \"reference\": \"K7F3-92Q%d\"}"
                        .formatted(received.size())
                        .getBytes(UTF_8);
                exchange.sendResponseHeaders(status, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        intake.start();
        form = URI.create("http://localhost:" + intake.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        intake.stop(0);
    }

    @Test
    void eachSampleIsSentAndItsReferenceShown() throws InterruptedException {
        new Samples(form, console).send();

        assertThat(received)
                .containsExactlyElementsOf(NAMES.stream().map(Samples::json).toList());
        assertThat(shown.toString(UTF_8).lines())
                .hasSize(NAMES.size())
                .startsWith("K7F3-92Q1  arm pain")
                .contains("K7F3-92Q4  in spanish");
    }

    @Test
    void whatIsNotAcceptedIsSaid() {
        status = 503;

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> new Samples(form, console).send())
                .withMessageContaining("503");
    }

    @Test
    void whenNothingListensItSaysHowToStart() {
        intake.stop(0);

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> new Samples(form, console).send())
                .withMessage("Nothing answers at " + form.resolve("/api/inquiries")
                        + ": start the stack first, with `mvn spring-boot:run`.");
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void theyComeFromInventedPeople(String name) {
        JsonNode sample = JsonMapper.shared().readTree(Samples.json(name));

        assertThat(sample.path("kind").asString()).isIn("contact", "considering-procedure");
        assertThat(sample.has("procedure"))
                .isEqualTo(sample.path("kind").asString().startsWith("considering"));
        assertThat(sample.path("email").asString("nobody@example.com")).matches(".+@example\\.(com|org)");
        assertThat(sample.path("phone").asString("310-555-0100")).matches("\\d{3}-555-01\\d\\d");
        assertThat(sample.path("consentToEmail").isBoolean()).isTrue();
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void theyAskAboutProceduresOfTheLibrary(String name) {
        String procedure = JsonMapper.shared()
                .readTree(Samples.json(name))
                .path("procedure")
                .asString(".");

        assertThat(Path.of("..", "content", "procedures", procedure)).isDirectory();
    }

    @Test
    void theyShowEachWayThatAnInquiryCanGo() {
        List<JsonNode> samples = NAMES.stream()
                .map(name -> JsonMapper.shared().readTree(Samples.json(name)))
                .toList();

        assertThat(samples)
                .extracting(sample -> sample.path("kind").asString())
                .contains("contact", "considering-procedure");
        assertThat(samples)
                .extracting(sample -> sample.path("preferredLanguage").asString())
                .contains("en", "es");
        assertThat(samples)
                .extracting(sample -> sample.path("consentToEmail").asBoolean())
                .contains(true, false);
        assertThat(samples)
                .extracting(sample -> sample.path("preferredContact").asString())
                .contains("email", "phone");
    }
}
