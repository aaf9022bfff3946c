package org.foramen.system.faults;

import static java.util.function.Function.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.foramen.stack.mail.ReceivedMail;
import org.foramen.system.stack.SharedStack;
import org.foramen.system.stack.Stack;
import org.foramen.system.stack.Website;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A ledger that does not know what Kafka keeps: a gap is filled, but nobody is mailed again because the whole of it is gone. */
@ExtendWith(SharedStack.class)
@Timeout(300)
class LostLedgerIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Map<String, String> FOUR_AT_MOST = Map.of(
            "FORAMEN_RECONCILIATION_OWE_AT_MOST", "4",
            "FORAMEN_RECONCILIATION_INTERVAL", "1s");

    private final Stack stack;
    private final Path ledger;
    private final Path kept;

    LostLedgerIT(Stack stack) {
        this.stack = stack;
        this.ledger = stack.folder().resolve("data/ledger.mv.db");
        this.kept = ledger.resolveSibling("kept");
    }

    @BeforeEach
    void allIsWell() {
        stack.mail().behave();
        stack.heal();
    }

    @AfterEach
    void asItWas() throws IOException {
        stack.notifier().stop();
        if (Files.exists(kept)) {
            Files.move(kept, ledger, StandardCopyOption.REPLACE_EXISTING);
        }
        stack.heal();
    }

    @Test
    void onlyASmallGapIsFilledByItself() throws IOException, SQLException {
        delivered();
        String withoutConsent = delivered();
        String missing = delivered();
        String withoutCase = delivered();
        String erased = delivered();
        erase(erased);
        Map<String, Long> before = copies();
        stack.notifier().stop();
        Files.move(ledger, kept);

        stack.notifier().begin(FOUR_AT_MOST).awaitReady();

        awaitBooks("The ledger is lost or old: ");
        assertThat(copies()).isEqualTo(before);

        stack.notifier().stop();
        Files.copy(kept, ledger, StandardCopyOption.REPLACE_EXISTING);
        assertThat(LedgerFile.forget(missing, stack)).isEqualTo(2);
        assertThat(LedgerFile.forget(erased, stack)).isEqualTo(2);
        assertThat(LedgerFile.forgetCase(withoutCase, stack)).isEqualTo(1);
        assertThat(LedgerFile.forgetConsent(withoutConsent, stack)).isEqualTo(1);
        stack.notifier().begin(FOUR_AT_MOST).awaitReady();

        Map<String, Long> after = new HashMap<>(before);
        after.replaceAll((messageId, copies) -> messageId.contains(missing) ? copies + 1 : copies);
        await("both mails of the one that is missing").atMost(SOON).untilAsserted(() -> assertThat(copies())
                .isEqualTo(after));
        await("the gap to be told")
                .atMost(SOON)
                .until(() -> stack.notifier().said().contains("2 mails MISSING from the ledger: [" + missing));
        assertThat(stack.notifier().said()).contains("Inquiry " + withoutCase + " had no case; it has one now");
        awaitBooks("all accounted for");
        stack.notifier().stop();
        assertThat(LedgerFile.consents(stack)).contains(withoutConsent, withoutCase, missing);
        assertThat(LedgerFile.cases(stack))
                .as("the board has everybody again, whose mails did not go again")
                .containsEntry(withoutCase, "new")
                .containsEntry(missing, "new")
                .containsEntry(erased, "closed");
    }

    /** Sends an inquiry, waits for both mails, and returns its id. */
    private String delivered() throws IOException {
        String email = "lost-%s@birds.example".formatted(UUID.randomUUID());
        Map<String, Object> inquiry = Map.of(
                "kind", "contact",
                "name", "Ana Ruiz",
                "email", email,
                "preferredContact", "email",
                "preferredLanguage", "en",
                "message", "How long is the stay?",
                "consentToEmail", true);
        assertThat(new Website(stack.intake()).post(inquiry, email).statusCode())
                .isEqualTo(202);
        await("the mail to " + email).atMost(SOON).until(() -> mailTo(email).size() == 1);
        String id = mailTo(email).get(0).messageId().replaceAll("^<|[.].*", "");
        await("both mails of " + id)
                .atMost(SOON)
                .until(() -> copies().keySet().stream()
                                .filter(messageId -> messageId.contains(id))
                                .count()
                        == 2);
        awaitSent(id);
        return id;
    }

    private void erase(String id) {
        stack.inquiries().add(new ProducerRecord<>(stack.inquiries().name(), id, null));
        await("the erasure of " + id)
                .atMost(SOON)
                .until(() -> stack.notifier().said().contains("Inquiry " + id + " erased"));
        awaitRead();
    }

    private void awaitSent(String id) {
        await("the ledger to know " + id)
                .atMost(SOON)
                .until(() -> stack.notifier().said().contains("Delivery " + id + "/clinic sent")
                        && stack.notifier().said().contains("Delivery " + id + "/patient sent"));
        awaitRead();
    }

    private void awaitRead() {
        await("both readers to have passed it").atMost(SOON).until(() -> stack.inquiries()
                .isReadToTheEnd());
    }

    private List<ReceivedMail> mailTo(String email) {
        return stack.mail().mails().stream()
                .filter(mail -> mail.recipient().equals(email))
                .toList();
    }

    private Map<String, Long> copies() {
        return stack.mail().mails().stream()
                .map(ReceivedMail::messageId)
                .filter(messageId -> !messageId.startsWith("<reminder-")) // people of other tests may wait
                .collect(Collectors.groupingBy(identity(), Collectors.counting()));
    }

    private void awaitBooks(String sentence) {
        Website notifier = new Website(stack.notifier());
        await(sentence).atMost(SOON).untilAsserted(() -> assertThat(
                        notifier.get("/actuator/reconciliation").body())
                .contains(sentence));
    }
}
