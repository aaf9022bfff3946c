package org.foramen.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foramen.stack.process.Service;
import org.foramen.system.stack.Release;
import org.foramen.system.stack.SharedStack;
import org.foramen.system.stack.Stack;
import org.foramen.system.stack.Website;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two intakes that share the keys alone, as behind a balancer: neither knows what the other was sent. */
@ExtendWith(SharedStack.class)
@Timeout(300)
class TwoIntakesIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern TOKEN = Pattern.compile("name=\"submission\"[^>]*value=\"([^\"]*)\"");

    private final Stack stack;
    private final String email = "twice-%s@birds.example".formatted(UUID.randomUUID());

    TwoIntakesIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void oneTokenWithTwoContentsIsTwoCasesAndOneLetter() throws IOException, SQLException {
        stack.mail().behave();
        stack.heal();
        Service other = stack.intake(Release.today(), "intake-other");
        try {
            other.begin(sharedKeys()).awaitReady();
            Website here = new Website(stack.intake());
            Website there = new Website(other);
            String token = tokenIn(here.get("/").body());

            assertThat(sent(here, token, "How long is the stay?")).isEqualTo(303);
            awaitMailed(1);
            assertThat(sent(there, token, "How long is the stay? I am 67.")).isEqualTo(303);
            assertThat(sent(there, token, "How long is the stay? I am 67.")).isEqualTo(303);

            awaitMailed(2);
        } finally {
            other.stop();
        }
        await("all is read").atMost(SOON).until(() -> stack.inquiries().isReadToTheEnd());
        stack.notifier().stop();
        try {
            assertThat(lettersTo(email)).isEqualTo(1);
            assertThat(suspicions()).containsExactlyInAnyOrder(false, true);
        } finally {
            stack.heal();
        }
    }

    private Map<String, String> sharedKeys() {
        return Map.of(
                "FORAMEN_DATA", stack.folder().resolve("other").toString(),
                "FORAMEN_SEAL_KEYS",
                        stack.data()
                                .resolve(Path.of("keys", "seal-public.json"))
                                .toString(),
                "FORAMEN_ABUSE_TOKEN_KEY",
                        stack.data().resolve("submission-token.key").toString());
    }

    private static String tokenIn(String page) {
        Matcher found = TOKEN.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private int sent(Website intake, String token, String message) throws IOException {
        HttpResponse<String> answer = intake.fillIn(
                "/",
                Map.of(
                        "submission",
                        token,
                        "name",
                        "Ana Ruiz",
                        "email",
                        email,
                        "preferredContact",
                        "email",
                        "message",
                        message,
                        "consentToEmail",
                        "true"));
        return answer.statusCode();
    }

    private void awaitMailed(int cases) {
        await("the clinic's mails")
                .atMost(SOON)
                .until(() -> stack.mail().mails().stream()
                                .filter(mail -> !mail.recipient().equals(email))
                                .filter(mail -> mail.parts().text().contains(email))
                                .count()
                        == cases);
        await("the letter").atMost(SOON).until(() -> lettersTo(email) == 1);
    }

    private long lettersTo(String address) {
        return stack.mail().mails().stream()
                .filter(mail -> mail.recipient().equals(address))
                .count();
    }

    /** Of the cases that came with a token twice: which is suspected. */
    private List<Boolean> suspicions() throws IOException, SQLException {
        List<Boolean> found = new ArrayList<>();
        try (Connection ledger = LedgerFile.copy(stack);
                Statement statement = ledger.createStatement();
                ResultSet rows = statement.executeQuery(
                        """
                        select repeats is not null from inquiry_case where repeats is not null
                            or inquiry_id in (select repeats from inquiry_case where repeats is not null)
                        """)) {
            while (rows.next()) {
                found.add(rows.getBoolean(1));
            }
        }
        return found;
    }
}
