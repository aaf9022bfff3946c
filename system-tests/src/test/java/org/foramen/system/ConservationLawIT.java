package org.foramen.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.foramen.stack.mail.Answer;
import org.foramen.stack.mail.SmtpStage;
import org.foramen.system.stack.Metrics;
import org.foramen.system.stack.Stack;
import org.foramen.system.stack.Website;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The law of docs/operations.md: what was accepted is delivered, owed, or told to a person; for the clinic's mails and for
 * the patients', from the metrics that the services show.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConservationLawIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String[] AUDIENCES = {"clinic", "patient"};

    private Stack stack;
    private Website website;
    private int answeredWithAReceipt;

    @BeforeAll
    void start() throws IOException {
        stack = Stack.ofOneEach("law", Map.of("FORAMEN_RECONCILIATION_INTERVAL", "1s"));
        website = new Website(stack.intake());
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    @Order(1)
    void itHoldsAtRestWhateverTheAnswersWere() throws IOException {
        stack.mail()
                .on(
                        SmtpStage.RECIPIENT,
                        recipient ->
                                recipient.startsWith("nobody") ? new Answer.Reply("550 5.1.1 unknown") : Answer.yes());
        send("ana", true);
        send("bob", true);
        send("nobody", true);
        send("silent", false);
        repeat("ana");
        assertThat(website.post(Map.of("kind", "contact"), "wrong").statusCode())
                .isEqualTo(400);

        awaitLaw("clinic", new Terms(0, 0, 4, 0, 0));
        awaitLaw("patient", new Terms(0, 0, 2, 0, 2));
        assertThat(notifier().sum("foramen_ledger_mails", "audience=\"notice\"", "state=\"sent\""))
                .as("the clinic was told of who could not be e-mailed")
                .isEqualTo(1);
    }

    @Test
    @Order(2)
    void itHoldsWhileTheMailServerIsAway() throws IOException {
        stack.mail().stop();
        for (int number = 1; number <= 8; number++) {
            send("waiting" + number, true);
        }

        awaitBacklogOf(8);
    }

    @Test
    @Order(3)
    void itHoldsAfterTheNotifierWasKilledWithABacklog() {
        stack.notifier().kill();
        stack.notifier().start();

        awaitBacklogOf(8);
    }

    @Test
    @Order(4)
    void itHoldsWhenTheBacklogHasDrained() {
        stack.mail().start();

        awaitLaw("clinic", new Terms(0, 0, 12, 0, 0));
        awaitLaw("patient", new Terms(0, 0, 10, 0, 2));
    }

    @Test
    @Order(5)
    void itCountsWhatWaitsOnTheIntakesDisk() throws IOException {
        stack.kafka().stop();
        send("spooled", true);

        assertThat(intake().sum("foramen_spool_inquiries")).isEqualTo(1);
        assertThat(intake().sum("foramen_inquiries_accepted_total")).isEqualTo(answeredWithAReceipt);

        stack.kafka().start();
        awaitLaw("clinic", new Terms(0, 0, 13, 0, 0));
        awaitLaw("patient", new Terms(0, 0, 11, 0, 2));
    }

    @ParameterizedTest
    @Order(6)
    @ValueSource(strings = {"0.5", "60.0", "259200.0"})
    void theTimeToTheInboxHasBucketsFromHalfASecondToThreeDays(String bound) throws IOException {
        assertThat(notifier()
                        .sum(
                                "foramen_mail_time_to_inbox_seconds_bucket",
                                "audience=\"clinic\"",
                                "le=\"" + bound + "\""))
                .isNotNegative();
        assertThat(notifier().sum("foramen_mail_time_to_inbox_seconds_count", "audience=\"clinic\""))
                .as("since the notifier was started again")
                .isEqualTo(9);
    }

    private void awaitLaw(String audience, Terms expected) {
        await("the law for " + audience).atMost(SOON).untilAsserted(() -> {
            assertThat(terms(audience)).isEqualTo(expected);
            assertThat(accepted()).isEqualTo(expected.sum());
        });
    }

    /** How much of the backlog a reader holds in its hand is up to Kafka; the sum is not. */
    private void awaitBacklogOf(int mails) {
        for (String audience : AUDIENCES) {
            await("the backlog of " + audience).atMost(SOON).untilAsserted(() -> {
                Terms terms = terms(audience);
                assertThat(terms.unread() + terms.owed()).isEqualTo(mails);
                assertThat(terms.owed()).isPositive();
                assertThat(terms.sum()).isEqualTo(accepted());
            });
        }
    }

    private long accepted() throws IOException {
        long accepted = intake().sum("foramen_inquiries_accepted_total");
        assertThat(accepted).isEqualTo(answeredWithAReceipt);
        return accepted;
    }

    private Terms terms(String audience) throws IOException {
        Metrics notifier = notifier();
        String whose = "audience=\"" + audience + "\"";
        return new Terms(
                intake().sum("foramen_spool_inquiries"),
                notifier.sum("foramen_reconciliation_unread", whose) + notifier.sum("foramen_ledger_dead_letters"),
                mails(notifier, whose, "sent"),
                mails(notifier, whose, "owed", "attempting", "deferred"),
                mails(notifier, whose, "refused", "expired", "unknown", "withheld"));
    }

    private static long mails(Metrics notifier, String whose, String... states) {
        return Stream.of(states)
                .mapToLong(state -> notifier.sum("foramen_ledger_mails", whose, "state=\"" + state + "\""))
                .sum();
    }

    private Metrics intake() throws IOException {
        return Metrics.of(stack.intake());
    }

    private Metrics notifier() throws IOException {
        return Metrics.of(stack.notifier());
    }

    private void send(String who, boolean consent) throws IOException {
        assertThat(website.post(inquiry(who, consent), who).statusCode()).isEqualTo(202);
        answeredWithAReceipt++;
    }

    private void repeat(String who) throws IOException {
        assertThat(website.post(inquiry(who, true), who).statusCode()).isEqualTo(202);
    }

    private static Map<String, Object> inquiry(String who, boolean consent) {
        return new TreeMap<>(Map.of(
                "kind",
                "contact",
                "name",
                "Ana Ruiz",
                "email",
                who + "@birds.example",
                "phone",
                "310-555-0112",
                "preferredContact",
                consent ? "email" : "phone",
                "preferredLanguage",
                "en",
                "message",
                "How long does " + who + " stay?",
                "consentToEmail",
                consent));
    }

    /** The right side of the law. */
    private record Terms(long spooled, long unread, long delivered, long owed, long told) {

        long sum() {
            return spooled + unread + delivered + owed + told;
        }
    }
}
