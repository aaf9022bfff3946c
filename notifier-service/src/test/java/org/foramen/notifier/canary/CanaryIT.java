package org.foramen.notifier.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.SealedRecords;
import org.foramen.notifier.SmallBroker;
import org.foramen.notifier.digest.DigestQueries;
import org.foramen.notifier.reconciliation.Reconciler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our own inquiry's way: a door that publishes as the intake does, a real broker, a mail server with a mailbox. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}",
            "spring.datasource.url=jdbc:h2:mem:canary;MODE=PostgreSQL;DB_CLOSE_DELAY=-1",
            "foramen.content=../content",
            "foramen.data=target/it-canary",
            "foramen.retry.poll=200ms",
            "foramen.reconciliation.interval=1s",
            "foramen.canary.every=3s",
            "foramen.canary.within=8s",
            "foramen.canary.address=canary@clinic.example",
            "foramen.canary.imap.host=127.0.0.1",
            "foramen.canary.imap.user=canary",
            "foramen.canary.imap.password=password"
        })
@SmallBroker
@DirtiesContext
@Timeout(180)
class CanaryIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private static final GreenMail MAIL_SERVER = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });

    private static HttpServer door;
    private static volatile CanaryIT behindTheDoor;
    private static volatile boolean closed;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    MeterRegistry meters;

    @Autowired
    DigestQueries digest;

    @Autowired
    Reconciler reconciler;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry properties) throws IOException {
        MAIL_SERVER.start();
        MAIL_SERVER.setUser("canary@clinic.example", "canary", "password");
        door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        door.createContext("/api/inquiries", CanaryIT::enter);
        door.start();
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> MAIL_SERVER.getSmtp().getPort());
        properties.add("foramen.canary.imap.port", () -> MAIL_SERVER.getImap().getPort());
        properties.add(
                "foramen.canary.intake",
                () -> "http://127.0.0.1:" + door.getAddress().getPort());
    }

    @AfterAll
    static void close() {
        door.stop(0);
        MAIL_SERVER.stop();
    }

    @Test
    void itArrivesAndIsNobodysInquiryAndItsAbsenceIsToldWithTheLastStation() throws Exception {
        behindTheDoor = this;

        await("it arrives")
                .atMost(SOON)
                .until(() -> meters.timer("foramen.canary.time").count() >= 2);

        await("none is missing").atMost(SOON).untilAsserted(() -> assertThat(missing())
                .isEmpty());
        assertThat(recipients()).as("read mails are gone").isSubsetOf("canary@clinic.example");
        Instant later = Instant.now().plusSeconds(60);
        assertThat(digest.inquiries(Instant.EPOCH, later)).isZero();
        assertThat(digest.troubles(Instant.EPOCH, later)).isEmpty();
        assertThat(cases()).as("nobody is asked to answer it").isZero();
        await("it is read and accounted for").atMost(SOON).untilAsserted(() -> {
            assertThat(reconciler.latest().at()).isAfter(Instant.EPOCH);
            assertThat(reconciler.latest().missing()).isEmpty();
        });

        assertThat(command()).contains("Taken by the intake as ", "In the mailbox after ");

        closed = true;
        assertThat(command()).contains("The intake at http://127.0.0.1:", " did not take it.");
        await("the door is shut").atMost(SOON).untilAsserted(() -> assertThat(missing())
                .isEqualTo("nowhere"));
        closed = false;
        await("all is well again").atMost(SOON).untilAsserted(() -> assertThat(missing())
                .isEmpty());
        MAIL_SERVER.getSmtp().stopService();
        await("the mail server is away").atMost(SOON).untilAsserted(() -> assertThat(missing())
                .isEqualTo("notifier"));
    }

    private int cases() {
        return jdbc.sql("select count(*) from inquiry_case")
                .query(Integer.class)
                .single();
    }

    /** What the command says, with the settings of this notifier. */
    private static String command() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        SendCanary.run(
                new String[] {
                    SendCanary.COMMAND,
                    "--foramen.data=target/it-canary",
                    "--foramen.canary.intake=http://127.0.0.1:"
                            + door.getAddress().getPort(),
                    "--foramen.canary.address=canary@clinic.example",
                    "--foramen.canary.within=30s",
                    "--foramen.canary.imap.host=127.0.0.1",
                    "--foramen.canary.imap.port=" + MAIL_SERVER.getImap().getPort(),
                    "--foramen.canary.imap.user=canary",
                    "--foramen.canary.imap.password=password"
                },
                new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }

    /** The last station of the one that is missing; nothing when none is. */
    private String missing() {
        return Arrays.stream(Station.values())
                .map(Station::wireName)
                .filter(station -> meters.get("foramen.canary.missing")
                                .tag("last", station)
                                .gauge()
                                .value()
                        > 0)
                .findFirst()
                .orElse("");
    }

    private static Set<String> recipients() throws Exception {
        Set<String> all = new TreeSet<>();
        for (MimeMessage mail : MAIL_SERVER.getReceivedMessages()) {
            all.add(mail.getAllRecipients()[0].toString());
        }
        return all;
    }

    private static void enter(HttpExchange exchange) throws IOException {
        try (exchange) {
            CanaryIT test = behindTheDoor;
            if (test == null || closed) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            JsonNode asked =
                    JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
            InquiryId id = InquiryId.of(exchange.getRequestHeaders()
                    .getFirst("Idempotency-Key")
                    .replace("-", "")
                    .substring(0, 16)
                    .getBytes(StandardCharsets.US_ASCII));
            test.publish(Inquiries.called(
                    id.value(),
                    Inquiries.with(
                            1,
                            asked.get("email").asString(),
                            true,
                            "en",
                            asked.get("message").asString())));
            byte[] receipt = ("{\"id\":\"" + id + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(202, receipt.length);
            exchange.getResponseBody().write(receipt);
        }
    }

    private void publish(InquiryReceived inquiry) {
        kafka.send(SealedRecords.of(inquiry, Path.of("target/it-canary/keys"))).join();
    }
}
