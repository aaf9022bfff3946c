package org.foramen.notifier.smtp.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.foramen.content.MovedClock;
import org.foramen.notifier.Settings;
import org.foramen.notifier.settings.NotifierSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a token is kept, whatever the endpoint says of it and wherever the clocks are set. */
@Timeout(60)
class AccessTokensTests {

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-28T12:00:00Z"));
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer endpoint;
    private final CountDownLatch allWait = new CountDownLatch(1);
    private int status = 200;
    private String retryAfter;
    private String answer = "";

    @BeforeEach
    void begin() throws IOException {
        endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endpoint.setExecutor(threads);
        endpoint.createContext("/", this::answer);
        endpoint.createContext("/when-all-wait", this::answerWhenAllWait);
        endpoint.createContext("/letter-by-letter", this::drip);
        endpoint.start();
    }

    @AfterEach
    void end() {
        end.countDown();
        endpoint.stop(0);
        threads.shutdown();
    }

    @ParameterizedTest(name = "expires_in {0} is kept for {1} s")
    @CsvSource(
            delimiter = '|',
            value = {
                "3600 | 3540",
                "\"3600\" | 3540",
                "3599.9 | 3539",
                "10 | 8",
                "1 | 1",
                "0 | 240",
                "-1 | 240",
                "-9223372036854775808 | 240",
                "null | 240",
                "\"\" | 240",
                "\"soon\" | 240",
                "\"NaN\" | 240",
                "[] | 240",
                "{} | 240",
                "true | 240",
                "9223372036854775807 | 86340",
                "99999999999999999999999999 | 86340",
                "1e300 | 86340",
                "\"Infinity\" | 86340"
            })
    void whateverIsSaidOfItsEnd(String said, long seconds) throws Exception {
        answer = token(", \"expires_in\": " + said);

        assertThat(isKeptFor(seconds - 1)).isTrue();
        assertThat(isKeptFor(seconds)).isFalse();
    }

    @Test
    void nothingIsSaidOfItsEnd() throws Exception {
        answer = token("");

        assertThat(isKeptFor(239)).isTrue();
        assertThat(isKeptFor(240)).isFalse();
    }

    @Test
    void aClockThatIsSetBackDoesNotKeepAnOldToken() throws Exception {
        answer = token(", \"expires_in\": 3600");
        AccessTokens tokens = tokens("/");
        tokens.current();

        clock.move(Duration.ofSeconds(-7200));
        tokens.current();

        assertThat(asked).hasValue(2);
    }

    @Test
    void anEndpointWhoseClockIsBehindGrantsWhatIsRefusedAndIsAskedOnceMore() throws Exception {
        answer = token(", \"expires_in\": 3600");
        AccessTokens tokens = tokens("/");

        String renewed = tokens.newerThan(tokens.current());

        assertThat(renewed).isEqualTo("a-token");
        assertThat(asked).hasValue(2);
    }

    @Test
    void aBusyEndpointSaysHowLongToWait() {
        status = 429;
        retryAfter = "120";
        answer = "{\"error\": \"temporarily_unavailable\"}";

        assertThatExceptionOfType(SignInFailed.class)
                .isThrownBy(() -> tokens("/").current())
                .satisfies(refused -> assertThat(refused.pause()).isEqualTo(Duration.ofMinutes(2)));
    }

    @Test
    void ofManyThatWaitForATokenOneAsksAndAllHearTheRefusal() throws Exception {
        status = 503;
        AccessTokens tokens = tokens("/when-all-wait");
        List<Thread> connections = new CopyOnWriteArrayList<>();
        Callable<String> connection = () -> {
            connections.add(Thread.currentThread());
            return tokens.current();
        };
        List<Future<String>> all =
                Stream.generate(() -> threads.submit(connection)).limit(8).toList();

        await().until(() ->
                connections.stream().filter(AccessTokensTests::isBlocked).count() == 7);
        allWait.countDown();

        assertThat(all).allSatisfy(one -> assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(one::get)
                .withMessageContaining("refuses us a token"));
        assertThat(asked).hasValue(1);
        assertThatExceptionOfType(SignInFailed.class).isThrownBy(tokens::current);
        assertThat(asked).as("who comes later asks anew").hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>a page</html>", "[]", "{}", "{\"access_token\": 3}", "null"})
    void whatIsNoTokenIsSaid(String instead) {
        answer = instead;

        assertThatExceptionOfType(SignInFailed.class)
                .isThrownBy(() -> tokens("/").current())
                .withMessage("the token endpoint at 127.0.0.1 answers with something else than a token");
    }

    @ParameterizedTest
    @CsvSource({"302, status 302", "429, status 429", "500, status 500"})
    void whatIsNoYesIsSaid(int code, String words) {
        status = code;
        answer = "<html>a page</html>";

        assertThatExceptionOfType(SignInFailed.class)
                .isThrownBy(() -> tokens("/").current())
                .withMessage("the token endpoint at 127.0.0.1 refuses us a token: " + words);
    }

    @Test
    void anEndpointThatAnswersLetterByLetterIsNotWaitedForToItsEnd() {
        assertThatExceptionOfType(SignInFailed.class)
                .isThrownBy(
                        () -> tokens("/letter-by-letter", Duration.ofSeconds(2)).current())
                .withMessage("the token endpoint at 127.0.0.1 does not answer: HttpTimeoutException");
    }

    private static boolean isBlocked(Thread thread) {
        return thread.getState() == Thread.State.BLOCKED;
    }

    private boolean isKeptFor(long seconds) throws SignInFailed {
        AccessTokens tokens = tokens("/");
        tokens.current();
        int before = asked.get();
        clock.move(Duration.ofSeconds(seconds));
        tokens.current();
        return asked.get() == before;
    }

    private AccessTokens tokens(String path) {
        return tokens(path, Duration.ofSeconds(30));
    }

    private AccessTokens tokens(String path, Duration timeout) {
        NotifierSettings settings = Settings.with(Map.of(
                "foramen.smtp.oauth.token-uri",
                "http://127.0.0.1:" + endpoint.getAddress().getPort() + path,
                "foramen.smtp.oauth.client-id",
                "notifier",
                "foramen.smtp.oauth.client-secret",
                "secret"));
        return new AccessTokens(new TokenRequests(settings.smtp().oauth(), timeout), clock);
    }

    private static String token(String more) {
        return "{\"access_token\": \"a-token\", \"token_type\": \"Bearer\"" + more + "}";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.incrementAndGet();
            byte[] bytes = answer.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (retryAfter != null) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private void answerWhenAllWait(HttpExchange exchange) throws IOException {
        try {
            allWait.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        answer(exchange);
    }

    /** Some of an answer, and no more while anybody waits. */
    private void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1_000_000);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
