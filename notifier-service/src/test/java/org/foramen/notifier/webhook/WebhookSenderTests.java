package org.foramen.notifier.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.foramen.content.ClinicContent;
import org.foramen.content.MovedClock;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.Later;
import org.foramen.notifier.Settings;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.ledger.AuditLog;
import org.foramen.notifier.ledger.Ledgers;
import org.foramen.notifier.ledger.database.LedgerCommits;
import org.foramen.notifier.outcome.Outbox;
import org.foramen.notifier.outcome.OutcomeKind;
import org.foramen.notifier.settings.NotifierSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Targets are told what became of inquiries, however they behave. */
class WebhookSenderTests {

    private static final ClinicContent CONTENT = ClinicContent.load(Path.of("../content"));
    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");
    private static final InquiryId INQUIRY = new InquiryId("%026d".formatted(1));
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OLD_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    private final MovedClock clock = new MovedClock(NOW);
    private final LedgerCommits commits = new LedgerCommits();
    private final Later later = new Later();
    private final Map<String, String> settings = new HashMap<>();
    private Receiver receiver;
    private DataSourceTransactionManager transactions;
    private JdbcClient jdbc;
    private WebhookQueue queue;
    private WebhookDeliveries deliveries;
    private WebhookCall call;
    private WebhookSender sender;
    private WebhookTeller teller;
    private NotifierSettings set;
    private WebhookTargets targets;

    @BeforeEach
    void aTarget() throws IOException {
        receiver = new Receiver();
        settings.put("foramen.webhooks.targets[0].name", "telephone");
        settings.put(
                "foramen.webhooks.targets[0].url", "http://127.0.0.1:%d/hook?of=clinic".formatted(receiver.port()));
        settings.put("foramen.webhooks.targets[0].secret", SECRET);
        settings.put("foramen.webhooks.allow-private", "true");
        settings.put("foramen.webhooks.allow-plaintext", "true");
        settings.put("foramen.webhooks.timeout", "2s");
    }

    private void begin() {
        set = Settings.with(settings);
        DataSource database = Ledgers.database("webhooks");
        transactions = new DataSourceTransactionManager(database);
        transactions.addListener(commits);
        jdbc = JdbcClient.create(database);
        queue = new WebhookQueue(jdbc, new AuditLog(jdbc), transactions);
        deliveries = new WebhookDeliveries(jdbc, new AuditLog(jdbc), transactions);
        call = new WebhookCall(set);
        targets = new WebhookTargets(set, CONTENT);
        teller = new WebhookTeller(queue, call, set, clock, new SimpleMeterRegistry());
        sender = new WebhookSender(jdbc, queue, teller, targets, transactions, commits, later, clock);
    }

    @AfterEach
    void end() {
        receiver.close();
        if (sender != null) {
            sender.destroy();
        }
        if (call != null) {
            call.destroy();
        }
    }

    @Test
    void aTargetIsToldOnceWhatItWants() {
        settings.put("foramen.webhooks.targets[0].events", "urgent,overdue");
        begin();
        note(OutcomeKind.ACCEPTED);
        note(OutcomeKind.URGENT);

        turn();
        turn();

        assertThat(receiver.requests()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/hook?of=clinic");
            assertThat(request.body())
                    .isEqualTo(
                            "{'type':'inquiry.urgent','timestamp':'2026-11-23T18:00:00Z','data':{'inquiry':'%s','state':'new'},'text':'Act now: inquiry %s shows signs of an emergency.'}"
                                    .formatted(INQUIRY, INQUIRY.reference())
                                    .replace('\'', '"'));
            assertThat(request.header("webhook-id")).startsWith(INQUIRY.value() + "-");
            assertThat(request.header("webhook-timestamp")).isEqualTo(String.valueOf(NOW.getEpochSecond()));
            assertThat(request.header("content-type")).isEqualTo("application/json");
        });
        assertThat(states()).containsExactly(State.SENT);
    }

    @Test
    void aTargetIsToldSoonAfterSomethingWasNotedAndNothingLooksWhileItIsOwedNothing() {
        begin();
        assertThat(later.comes()).isZero();

        new TransactionTemplate(transactions).executeWithoutResult(status -> note(OutcomeKind.URGENT));
        later.comes();

        await().untilAsserted(() -> assertThat(states()).containsExactly(State.SENT));
        await().until(() -> later.comes() == 0);
    }

    @Test
    void theSignatureIsThatOfTheSpecificationsExample() {
        WebhookMessage message = new WebhookMessage("msg_p5jXN8AQM9LWM0D4loKWxJek", "{\"test\": 2432232314}");
        settings.put("foramen.webhooks.targets[0].old-secret", OLD_SECRET);
        begin();

        String signatures = message.headers(set.webhooks().targets().get(0).keys(), Instant.ofEpochSecond(1614265330))
                .get("webhook-signature");

        assertThat(signatures.split(" "))
                .hasSize(2)
                .startsWith("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
                .doesNotHaveDuplicates();
    }

    @Test
    void oneThatFailsIsToldAgainUnderTheSameId() {
        begin();
        note(OutcomeKind.ACCEPTED);
        receiver.answers("500 Internal Server Error");
        turn();
        assertThat(deliveries.newest(1, 0).get(0).answer()).isEqualTo("500");
        turn();
        assertThat(receiver.requests()).as("not before the pause is over").hasSize(1);

        receiver.answers("200 OK");
        clock.move(Duration.ofSeconds(5));
        turn();

        assertThat(receiver.requests())
                .extracting(request -> request.header("webhook-id"))
                .hasSize(2);
        assertThat(receiver.requests())
                .extracting(request -> request.header("webhook-id") + request.body())
                .containsOnly(receiver.requests().get(0).header("webhook-id")
                        + receiver.requests().get(0).body());
        assertThat(states()).containsExactly(State.SENT);
    }

    @Test
    void oneThatFailsForThreeDaysIsGivenUpAndCanBeToldByHand() {
        begin();
        note(OutcomeKind.ACCEPTED);
        receiver.answers("503 Service Unavailable");
        while (deliveries.newest(1, 0).stream().noneMatch(one -> one.state() == State.EXPIRED)) {
            turn();
            clock.move(Duration.ofMinutes(10));
        }
        assertThat(clock.instant()).isBetween(NOW.plus(Duration.ofHours(67)), NOW.plus(Duration.ofHours(73)));
        int tries = receiver.requests().size();
        assertThat(tries).isBetween(20, 40);

        receiver.answers("204 No Content");
        WebhookDelivery given = deliveries.newest(1, 0).get(0);
        assertThat(deliveries.replay(given.target(), given.outcome().number(), "Ana", clock.instant()))
                .isTrue();
        turn();

        assertThat(states()).containsExactly(State.SENT);
        assertThat(receiver.requests()).hasSize(tries + 1);
        assertThat(new AuditLog(jdbc).allOf("webhook replay")).hasSize(1);
        assertThat(deliveries.replay("nobody", 1, "Ana", clock.instant())).isFalse();
    }

    @Test
    void whoeverLooksSeesEachStepOfIt() {
        begin();
        String nothing = deliveries.pulse();
        note(OutcomeKind.URGENT);
        sender.owe();
        String owed = deliveries.pulse();
        WebhookDelivery one = deliveries.newest(1, 0).get(0);
        queue.begin(one, NOW, NOW.plusSeconds(60));
        String begun = deliveries.pulse();
        queue.again(one, "500", NOW);
        String deferred = deliveries.pulse();
        queue.end(one, State.EXPIRED, "500", NOW);
        String ended = deliveries.pulse();
        deliveries.replay("telephone", one.outcome().number(), "ana", NOW);

        assertThat(List.of(nothing, owed, begun, deferred, ended)).doesNotHaveDuplicates();
        assertThat(deliveries.pulse()).isNotEqualTo(ended);
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        try (Receiver elsewhere = new Receiver()) {
            begin();
            note(OutcomeKind.ACCEPTED);
            receiver.answers("307 Temporary Redirect\r\nLocation: http://127.0.0.1:%d/".formatted(elsewhere.port()));

            turn();

            assertThat(elsewhere.requests()).isEmpty();
            assertThat(states()).containsExactly(State.DEFERRED);
        }
    }

    @Test
    void whyACertificateIsRefusedIsSaidAndItIsTriedAgain() throws Exception {
        try (Receiver stranger = new Receiver(new Authority().server("localhost"))) {
            settings.put("foramen.webhooks.targets[0].url", "https://localhost:%d/".formatted(stranger.port()));
            begin();
            note(OutcomeKind.ACCEPTED);

            turn();

            assertThat(stranger.requests()).isEmpty();
            assertThat(deliveries.newest(1, 0))
                    .extracting(WebhookDelivery::answer)
                    .containsExactly("certificate refused: of an unknown authority");
            assertThat(states()).containsExactly(State.DEFERRED);
        }
    }

    @Test
    void oneThatSaysNothingIsLeftWhenItsTimeIsOver() {
        settings.put("foramen.webhooks.timeout", "300ms");
        begin();
        note(OutcomeKind.ACCEPTED);
        receiver.answers("");

        turn();

        assertThat(deliveries.newest(1, 0)).extracting(WebhookDelivery::answer).containsExactly("no answer");
        assertThat(states()).containsExactly(State.DEFERRED);
    }

    @Test
    void oneThatDripsIsLeftWhenItsTimeIsOver() {
        settings.put("foramen.webhooks.timeout", "300ms");
        begin();
        note(OutcomeKind.ACCEPTED);
        receiver.drips();

        turn();

        assertThat(states()).containsExactly(State.DEFERRED);
    }

    @Test
    void yesIsYesWhateverTheBodySays() {
        begin();
        note(OutcomeKind.ACCEPTED);
        receiver.answers("200 OK\r\nContent-Length: 16\r\n\r\n{\"error\":\"oops\"}");

        turn();

        assertThat(states()).containsExactly(State.SENT);
    }

    @Test
    void oneThatWantsNoMoreIsToldNothingUntilSomebodyReplaysOne() {
        begin();
        note(OutcomeKind.ACCEPTED);
        receiver.answers("410 Gone");
        turn();
        note(OutcomeKind.REACHED);
        turn();
        assertThat(receiver.requests()).hasSize(1);
        assertThat(queue.gone()).containsExactly("telephone");

        receiver.answers("200 OK");
        WebhookDelivery refused = deliveries.newest(1, 0).get(0);
        deliveries.replay(refused.target(), refused.outcome().number(), "Ana", clock.instant());
        note(OutcomeKind.CLOSED);
        turn();

        assertThat(receiver.requests()).hasSize(3);
        assertThat(queue.gone()).isEmpty();
    }

    @Test
    void aPrivateAddressIsNotSpokenToUnlessThatIsAllowed() {
        settings.put("foramen.webhooks.allow-private", "false");
        settings.put("foramen.webhooks.targets[0].url", "http://localhost:%d/".formatted(receiver.port()));
        begin();
        note(OutcomeKind.ACCEPTED);

        turn();

        assertThat(receiver.lines()).isZero();
        assertThat(deliveries.newest(1, 0))
                .extracting(WebhookDelivery::answer)
                .containsExactly("not allowed: private address");
    }

    @Test
    void plaintextIsNotSpokenUnlessThatIsAllowed() {
        settings.put("foramen.webhooks.allow-plaintext", "false");
        begin();
        note(OutcomeKind.ACCEPTED);

        turn();

        assertThat(receiver.lines()).isZero();
        assertThat(deliveries.newest(1, 0)).extracting(WebhookDelivery::answer).containsExactly("not allowed: no TLS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "10.1.2.3",
                "172.31.255.255",
                "192.168.1.1",
                "168.63.129.16",
                "169.254.169.254",
                "100.100.100.200",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "fe80::1",
                "fd00:ec2::254",
                "fec0::1",
                "ff02::1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::808:808",
                "2002:7f00:1::",
                "2001:0:1::",
                "2001:db8::1"
            })
    void theseAreNotOfTheInternet(String address) throws IOException {
        assertThat(PublicAddresses.isOne(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "172.32.0.1",
                "100.128.0.1",
                "192.0.1.1",
                "223.255.255.255",
                "2606:4700::1111",
                "64:ff9b::808:808"
            })
    void theseAre(String address) throws IOException {
        assertThat(PublicAddresses.isOne(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "whsec_", "whsec_c2hvcnQ=", "whsec_?", "whsec_%s"})
    void aSecretThatIsNoneRefusesTheStart(String secret) {
        settings.put("foramen.webhooks.targets[0].secret", secret.formatted("A".repeat(100)));

        assertThatThrownBy(this::begin)
                .rootCause()
                .hasMessageContaining("SECRET of telephone")
                .message()
                .doesNotContain("A".repeat(100));
    }

    @Test
    void aKindThatIsNoneRefusesTheStart() {
        settings.put("foramen.webhooks.targets[0].events", "urgent,everything");

        assertThatThrownBy(this::begin).hasMessageContaining("EVENTS of telephone");
    }

    @Test
    void noSettingIsSaidAloud() {
        begin();

        assertThat(set.toString()).contains("telephone").doesNotContain("whsec_", "hook?of");
    }

    private void note(OutcomeKind kind) {
        new Outbox(jdbc).note(INQUIRY, kind, "new", clock.instant());
    }

    private void turn() {
        sender.owe();
        targets.all().forEach(teller::tell);
    }

    private List<State> states() {
        return deliveries.newest(10, 0).stream().map(WebhookDelivery::state).toList();
    }
}
