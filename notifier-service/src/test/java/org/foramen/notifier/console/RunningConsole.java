package org.foramen.notifier.console;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.SealedRecords;
import org.foramen.notifier.SmallBroker;
import org.foramen.notifier.console.signin.password.MakeUser;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.ledger.Ledger;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A notifier with a real broker and a real mail server, whose console four users may sign in to. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}",
            "spring.datasource.url=jdbc:h2:mem:console;MODE=PostgreSQL",
            "foramen.content=../content",
            "foramen.retry.poll=200ms",
            "foramen.reconciliation.interval=1s",
            "foramen.limits.patient-mails-per-day=0"
        })
@SmallBroker
@DirtiesContext
abstract class RunningConsole {

    static final Duration SOON = Duration.ofSeconds(30);
    static final String PASSWORD = "a long enough password";

    private static final Path DATA =
            Path.of("target", "console-data-" + ProcessHandle.current().pid());

    @RegisterExtension
    static final GreenMailExtension MAIL_SERVER =
            new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort()).withPerMethodLifecycle(false);

    @DynamicPropertySource
    static void around(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> MAIL_SERVER.getSmtp().getPort());
        properties.add("foramen.data", DATA::toString);
        properties.add("foramen.console.users", RunningConsole::users);
    }

    private static String users() {
        try {
            Files.createDirectories(DATA);
            return Files.write(
                            DATA.resolve("users"),
                            List.of(
                                    "# who may sign in",
                                    MakeUser.line("ana", "operator", PASSWORD),
                                    MakeUser.line("desi", "desk", PASSWORD),
                                    MakeUser.line("luz", "desk", PASSWORD),
                                    MakeUser.line("vera", "viewer", PASSWORD)))
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    Ledger ledger;

    String at(String path) {
        return "http://localhost:" + port + path;
    }

    /** Publishes an inquiry and waits until both its mails have come to an end. */
    void settle(InquiryReceived inquiry) {
        publish(inquiry);
        await().atMost(SOON)
                .until(() -> state(inquiry, Audience.CLINIC).ended()
                        && state(inquiry, Audience.PATIENT).ended());
    }

    void publish(InquiryReceived inquiry) {
        kafka.send(SealedRecords.of(inquiry, DATA.resolve("keys"))).join();
    }

    State state(InquiryReceived inquiry, Audience audience) {
        return ledger.find(new DeliveryKey(inquiry.id(), audience))
                .map(delivery -> delivery.state())
                .orElse(State.OWED);
    }

    /** How many mails with this Message-ID have arrived. */
    static long arrived(InquiryReceived inquiry, Audience audience) {
        String id = "<%s.%s@clinic.example>".formatted(inquiry.id(), audience.wireName());
        return Stream.of(MAIL_SERVER.getReceivedMessages())
                .filter(mail -> id.equals(messageId(mail)))
                .count();
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
