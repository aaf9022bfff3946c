package org.foramen.notifier.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.SealedRecords;
import org.foramen.notifier.SmallBroker;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.smtp.TalkingServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One connection, and mailboxes that take nothing: what their neighbours notice of it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}",
            "spring.datasource.url=jdbc:h2:mem:mailboxes-in-trouble;MODE=PostgreSQL;DB_CLOSE_DELAY=-1",
            "foramen.content=../content",
            "foramen.data=target/it-mailboxes-in-trouble",
            "foramen.smtp.connections=1",
            "foramen.smtp.read-timeout=2s",
            "foramen.retry.first=500ms",
            "foramen.retry.clinic-fallback-after=3s",
            "foramen.retry.poll=200ms"
        })
@SmallBroker
@DirtiesContext
@Timeout(180)
class MailboxesInTroubleIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<String> SILENT = List.of("silent@one.example", "silent@two.example");

    private static TalkingServer server;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    Ledger ledger;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) throws IOException {
        server = new TalkingServer();
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", server::port);
    }

    @AfterAll
    static void close() throws IOException {
        server.close();
    }

    @Test
    void neighboursOfSilentMailboxesWaitForOneOfThemAtATime() {
        SILENT.forEach(silent -> server.at(to(silent), TalkingServer.SAYS_NOTHING));
        for (int number = 0; number < SILENT.size(); number++) {
            publish(100 + number, SILENT.get(number));
        }
        await("both are silent").atMost(SOON).until(() -> server.commands()
                .containsAll(SILENT.stream().map(MailboxesInTroubleIT::to).toList()));
        int before = server.commands().size();
        List<String> neighbours = IntStream.rangeClosed(1, 6)
                .mapToObj(number -> "canary" + number + "@example.com")
                .toList();
        for (int number = 1; number <= neighbours.size(); number++) {
            publish(number, neighbours.get(number - 1));
        }

        await("the neighbours' mails").atMost(SOON).until(() -> neighbours.stream()
                .allMatch(one -> server.commands().contains(to(one))));

        List<String> tried = server.commands().subList(before, server.commands().size()).stream()
                .filter(command -> command.contains("silent@") || command.contains("canary"))
                .toList();
        List<String> whileTheyWaited =
                tried.subList(tried.indexOf(to(neighbours.get(0))), tried.indexOf(to(neighbours.get(5))));
        for (int at = 1; at < whileTheyWaited.size(); at++) {
            assertThat(whileTheyWaited.subList(at - 1, at + 1))
                    .as("%s", whileTheyWaited)
                    .anyMatch(command -> command.contains("canary"));
        }
    }

    @Test
    void theDigestFollowsToTheFallbackInboxWhenTheClinicsInboxPutsOff() {
        server.at(to("front-desk@clinic.example"), "452 4.2.2 over quota");
        DeliveryKey digest = new DeliveryKey(new Subject.Digest(LocalDate.now()), Audience.NOTICE);
        Instant owed = Instant.now();

        ledger.owe(digest, Position.NOWHERE, Reason.DAILY, owed);

        await("the fallback inbox has it").atMost(SOON).untilAsserted(() -> assertThat(ledger.find(digest))
                .map(Delivery::state)
                .contains(State.SENT));
        assertThat(Duration.between(owed, Instant.now())).isGreaterThan(Duration.ofSeconds(3));
        assertThat(server.commands())
                .contains(to("front-desk@clinic.example"))
                .containsSubsequence(to("office-manager@clinic.example"), "DATA", ".");
    }

    private static String to(String address) {
        return "RCPT TO:<" + address + ">";
    }

    private void publish(int number, String email) {
        kafka.send(SealedRecords.of(
                        Inquiries.with(number, email, true, "en", "Canary words"),
                        Path.of("target/it-mailboxes-in-trouble/keys")))
                .join();
    }
}
