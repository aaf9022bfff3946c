package org.foramen.system.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foramen.stack.mail.ReceivedMail;
import org.foramen.system.faults.Inboxes;
import org.foramen.system.stack.PdfText;
import org.foramen.system.stack.Website;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.containers.GenericContainer;

/** The images that ship, beside Kafka, PostgreSQL and a mail server in containers, and what happens to these there. */
@NeedsDocker
@Timeout(900)
class ContainersIT {

    /** Three connections for each of two loops, each with one mail on its way at most. */
    private static final int MAILS_ON_THEIR_WAY = 6;

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static House house;

    private final Website website = new Website(house::intake);
    private final Inbox inbox = house.inbox();

    @BeforeAll
    static void open() throws IOException {
        house = new House();
    }

    @AfterAll
    static void close() {
        if (house != null) {
            house.close();
        }
    }

    @Test
    void anInquiryLeadsToBothInboxes() throws IOException {
        String email = someone();
        String reference = Website.json(send(email)).path("reference").asString();

        assertThat(mailTo("front-desk@clinic.example", reference).head()).contains("foraminotomy, by", reference);
        assertThat(PdfText.of(mailTo(email, reference).parts(), "foraminotomy-en.pdf"))
                .containsIgnoringCase("foraminotomy");
    }

    @Test
    void whileTheBrokerIsFrozenTheSpoolTakesWhatComes() throws IOException {
        Map<String, String> accepted = new LinkedHashMap<>();
        house.docker().pauseContainerCmd(house.kafka().getContainerId()).exec();
        try {
            send(accepted, 3);
            assertThat(website.get("/actuator/prometheus").body()).containsPattern("foramen_spool_inquiries [1-9]");
        } finally {
            house.docker().unpauseContainerCmd(house.kafka().getContainerId()).exec();
        }

        assertThat(delivered(accepted).repeats()).isLessThanOrEqualTo(MAILS_ON_THEIR_WAY);
    }

    @Test
    void nothingIsLostWhenTheDatabaseIsStartedAgain() throws IOException {
        Map<String, String> accepted = new LinkedHashMap<>();
        send(accepted, 5);
        house.docker().restartContainerCmd(house.ledger().getContainerId()).exec();
        send(accepted, 5);

        assertThat(delivered(accepted).repeats()).isLessThanOrEqualTo(MAILS_ON_THEIR_WAY);
    }

    @Test
    void whenOneOfTwoNotifiersIsKilledTheOtherMailsWhatIsOwed() throws IOException {
        Map<String, String> accepted = new LinkedHashMap<>();
        try (GenericContainer<?> second = house.notifier()) {
            second.start();
            await().atMost(PATIENCE).until(() -> hasPartitions(second));
            send(accepted, 15);
            house.docker().killContainerCmd(second.getContainerId()).exec();
            send(accepted, 5);
        }

        assertThat(delivered(accepted).repeats()).isLessThanOrEqualTo(MAILS_ON_THEIR_WAY);
    }

    @Test
    void aServiceIsNobodyAndCannotChangeItself() throws Exception {
        for (GenericContainer<?> service : house.services()) {
            assertThat(service.execInContainer("id", "-u").getStdout().strip()).isEqualTo("10001");
            assertThat(service.execInContainer("touch", "/app/service.jar").getExitCode())
                    .isNotZero();
            assertThat(service.execInContainer("cat", "/proc/1/comm")
                            .getStdout()
                            .strip())
                    .isEqualTo("java");
        }
    }

    @Test
    void theClassesOfAStartAreKeptInTheImage() throws Exception {
        for (GenericContainer<?> service : house.services()) {
            assertThat(service.execInContainer("grep", "-c", "/app/classes", "/proc/1/maps")
                            .getStdout()
                            .strip())
                    .isNotEqualTo("0");
        }
    }

    @Test
    void aServiceStartsWithoutThemToo() throws IOException {
        try (GenericContainer<?> intake = house.intakeWithoutArchive()) {
            intake.start();

            assertThat(intake.getLogs()).contains("Started IntakeApplication");
        }
    }

    /** Returns when each accepted inquiry has its mails. */
    private Inboxes delivered(Map<String, String> accepted) {
        return await().atMost(PATIENCE).until(() -> new Inboxes(accepted, inbox.mails()), Inboxes::complete);
    }

    private static String someone() {
        return "visitor@%s.example".formatted(UUID.randomUUID());
    }

    private static boolean hasPartitions(GenericContainer<?> notifier) {
        return notifier.getLogs().contains("partitions assigned");
    }

    private void send(Map<String, String> accepted, int inquiries) throws IOException {
        for (int number = 0; number < inquiries; number++) {
            String email = someone();
            accepted.put(Website.json(send(email)).path("id").asString(), email);
        }
    }

    private HttpResponse<String> send(String email) throws IOException {
        Map<String, Object> inquiry = Map.of(
                "kind", "considering-procedure",
                "procedure", "foraminotomy",
                "name", "Ana Ruiz",
                "email", email,
                "message", "How long until I can drive again?",
                "consentToEmail", true);
        HttpResponse<String> answer = website.post(inquiry, UUID.randomUUID().toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer;
    }

    private ReceivedMail mailTo(String recipient, String reference) {
        return await().atMost(PATIENCE)
                .until(
                        () -> inbox.mails().stream()
                                .filter(mail -> mail.recipient().equals(recipient))
                                .filter(mail -> mail.parts().text().contains(reference))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
