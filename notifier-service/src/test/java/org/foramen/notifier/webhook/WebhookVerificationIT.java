package org.foramen.notifier.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.Settings;
import org.foramen.notifier.outcome.InquiryOutcome;
import org.foramen.notifier.outcome.OutcomeKind;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.settings.WebhookTarget;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A receiver that checks signatures with the npm package of Standard Webhooks believes what it is told. */
class WebhookVerificationIT {

    private static final String VERIFIER = "standardwebhooks@1.1.1";
    private static final Path PACKAGES = Path.of("target/npm");
    private static final String OLD = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    private static final String NEW = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final WebhookMessage message = WebhookMessage.of(new InquiryOutcome(
            7,
            new InquiryId("%026d".formatted(1)),
            OutcomeKind.URGENT,
            "emergency",
            "new",
            null,
            Instant.parse("2026-11-23T18:00:00Z")));

    @BeforeAll
    static void theVerifier() throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "npm"))),
                "npm is not on this machine");
        Files.createDirectories(PACKAGES);
        Process install = new ProcessBuilder(
                        "npm",
                        "install",
                        "--prefix",
                        PACKAGES.toString(),
                        "--no-save",
                        "--no-package-lock",
                        "--ignore-scripts",
                        "--prefer-offline",
                        "--no-audit",
                        "--no-fund",
                        VERIFIER)
                .redirectErrorStream(true)
                .start();
        String said = new String(install.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(install.waitFor()).as(said).isZero();
    }

    @Test
    void whatIsSignedIsBelieved() throws Exception {
        try (Verifier receiver = new Verifier(NEW)) {
            assertThat(receiver.answer(message.headers(receiver.target(NEW, "").keys(), Instant.now()), message.body()))
                    .isEqualTo(204);
        }
    }

    @Test
    void whoStillHasTheOldSecretBelievesItWhileItIsChanged() throws Exception {
        try (Verifier receiver = new Verifier(OLD)) {
            Map<String, String> both = message.headers(receiver.target(NEW, OLD).keys(), Instant.now());
            Map<String, String> newOne =
                    message.headers(receiver.target(NEW, "").keys(), Instant.now());

            assertThat(receiver.answer(both, message.body())).isEqualTo(204);
            assertThat(receiver.answer(newOne, message.body())).isEqualTo(400);
        }
    }

    @Test
    void whatIsChangedOrOldIsNotBelieved() throws Exception {
        try (Verifier receiver = new Verifier(NEW)) {
            List<byte[]> keys = receiver.target(NEW, "").keys();

            assertThat(receiver.answer(
                            message.headers(keys, Instant.now()), message.body().replace("new", "odd")))
                    .isEqualTo(400);
            assertThat(receiver.answer(message.headers(keys, Instant.now().minusSeconds(400)), message.body()))
                    .isEqualTo(400);
        }
    }

    /** The receiver, a process of its own. */
    private static final class Verifier implements AutoCloseable {

        private final Process process;
        private final int port;
        private final WebhookCall call = new WebhookCall(settings("http://127.0.0.1", NEW, ""));

        Verifier(String secret) throws IOException {
            ProcessBuilder node = new ProcessBuilder("node", "../docs/webhook-receiver.js")
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            node.environment().put("SECRET", secret);
            node.environment()
                    .put(
                            "NODE_PATH",
                            PACKAGES.resolve("node_modules").toAbsolutePath().toString());
            process = node.start();
            port = Integer.parseInt(
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                            .readLine());
        }

        WebhookTarget target(String secret, String oldSecret) {
            return settings("http://127.0.0.1:" + port, secret, oldSecret)
                    .webhooks()
                    .targets()
                    .get(0);
        }

        int answer(Map<String, String> headers, String body) throws IOException {
            return call.post(target(NEW, ""), headers, body.getBytes(StandardCharsets.UTF_8));
        }

        private static NotifierSettings settings(String url, String secret, String oldSecret) {
            return Settings.with(Map.of(
                    "foramen.webhooks.targets[0].name",
                    "verifier",
                    "foramen.webhooks.targets[0].url",
                    url,
                    "foramen.webhooks.targets[0].secret",
                    secret,
                    "foramen.webhooks.targets[0].old-secret",
                    oldSecret,
                    "foramen.webhooks.allow-private",
                    "true",
                    "foramen.webhooks.allow-plaintext",
                    "true"));
        }

        @Override
        public void close() {
            call.destroy();
            process.destroy();
        }
    }
}
