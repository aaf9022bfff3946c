package org.foramen.notifier.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.SealedRecords;
import org.foramen.notifier.SmallBroker;
import org.foramen.notifier.checkmail.CheckMail;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.imap.Dovecot;
import org.foramen.notifier.imap.ImapMailbox;
import org.foramen.notifier.imap.ImapServer;
import org.foramen.notifier.ledger.AuditLog;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.settings.NotifierSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Mails that Debian's Postfix takes and reports on later, in a mailbox that Dovecot serves. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}",
            "spring.datasource.url=jdbc:h2:mem:true-bounces;MODE=PostgreSQL;DB_CLOSE_DELAY=-1",
            "foramen.content=../content",
            "foramen.data=target/it-bounces",
            "foramen.retry.poll=200ms",
            "foramen.bounces.address=bounces@clinic.example",
            "foramen.bounces.imap.host=127.0.0.1",
            "foramen.bounces.imap.user=bounces@clinic.example",
            "foramen.bounces.imap.password=" + Dovecot.PASSWORD,
            "foramen.bounces.poll=500ms"
        })
@SmallBroker
@DirtiesContext
@EnabledIf("org.foramen.notifier.bounce.TrueBouncesIT#canRun")
@Timeout(180)
class TrueBouncesIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private static MailHost host;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    Ledger ledger;

    @Autowired
    AuditLog audit;

    @Autowired
    NotifierSettings settings;

    @Autowired
    MeterRegistry meters;

    static boolean canRun() {
        if (!MailHost.canRun() && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("Postfix and Dovecot are missing");
        }
        return MailHost.canRun();
    }

    @DynamicPropertySource
    static void mailHost(DynamicPropertyRegistry properties) {
        host = new MailHost();
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", host::smtpPort);
        properties.add("foramen.bounces.imap.port", host::imapPort);
    }

    @AfterAll
    static void close() {
        host.close();
    }

    @Test
    void whatComesBackBecomesAPhoneCall() throws Exception {
        publish(1, "gone@partner.example");
        publish(2, "full@partner.example");
        publish(3, "later@partner.example");
        publish(4, "fine@neighbour.example");

        awaitEnd(1, State.BOUNCED, "5.1.1");
        awaitEnd(2, State.BOUNCED, "5.2.2");
        await().atMost(SOON).untilAsserted(() -> {
            DeliveryKey notice = key(1, Audience.NOTICE);
            assertThat(ledger.find(notice)).map(Delivery::state).contains(State.SENT);
            assertThat(ledger.find(notice)).map(Delivery::reason).contains(Reason.BOUNCED);
        });
        await("a delay is noted")
                .atMost(SOON)
                .until(() -> audit.about(key(3, Audience.PATIENT).subject().id()).stream()
                        .anyMatch(entry -> entry.action().equals("delayed")));
        awaitEnd(3, State.BOUNCED, "4.2.1");
        assertThat(ledger.find(key(4, Audience.PATIENT))).map(Delivery::state).contains(State.SENT);

        publish(5, "gone@partner.example");

        await().atMost(SOON).untilAsserted(() -> assertThat(ledger.find(key(5, Audience.PATIENT)))
                .map(Delivery::reason)
                .contains(Reason.BOUNCED_BEFORE));
        await("reports that were read are gone").atMost(SOON).until(() -> {
            try (ImapMailbox mailbox = new ImapServer(settings.bounces().imap(), settings.smtp(), null).open()) {
                return mailbox.oldest(10).isEmpty();
            }
        });
        assertThat(meters.get("foramen.bounces.mailbox.age").gauge().value())
                .as("seconds since the mailbox was read")
                .isBetween(0.0, 60.0);
    }

    @Test
    void checkMailSeesAMailToTheAddressWithATokenArrive() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] arguments = {
            CheckMail.COMMAND,
            "fine@neighbour.example",
            "--spring.mail.host=127.0.0.1",
            "--spring.mail.port=" + host.smtpPort(),
            "--foramen.content=../content",
            "--foramen.bounces.address=bounces@clinic.example",
            "--foramen.bounces.imap.host=127.0.0.1",
            "--foramen.bounces.imap.port=" + host.imapPort(),
            "--foramen.bounces.imap.user=bounces@clinic.example",
            "--foramen.bounces.imap.password=" + Dovecot.PASSWORD
        };

        boolean works = CheckMail.run(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("Sign-in: taken, as bounces@clinic.example.", " was in it after ");
        assertThat(works).isTrue();
    }

    private void awaitEnd(int number, State state, String status) {
        await("number " + number).atMost(SOON).untilAsserted(() -> assertThat(
                        ledger.find(key(number, Audience.PATIENT)))
                .hasValueSatisfying(delivery -> {
                    assertThat(delivery.state()).isEqualTo(state);
                    assertThat(delivery.enhancedStatus()).isEqualTo(status);
                }));
    }

    private static DeliveryKey key(int number, Audience audience) {
        return new DeliveryKey(Inquiries.number(number).id(), audience);
    }

    private void publish(int number, String email) {
        InquiryReceived inquiry = Inquiries.with(number, email, true, "en", "Canary words");
        kafka.send(SealedRecords.of(inquiry, Path.of("target/it-bounces/keys"))).join();
    }
}
