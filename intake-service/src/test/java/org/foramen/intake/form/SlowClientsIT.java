package org.foramen.intake.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Clients that send a byte a second, to hold whatever there is to hold. */
@TestPropertySource(properties = {"foramen.abuse.per-address=0", "foramen.abuse.per-network=0"})
class SlowClientsIT extends ProductionIntake {

    private static final String ATTACKER = "127.0.0.66";
    private static final String SLOW_HEAD = "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ";
    private static final String SLOW_FORM = "POST /inquiries HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n\r\n";
    private static final String SLOW_UNREAD = "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n";
    private static final String SLOW_TOO_LARGE =
            "POST /api/inquiries HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n\r\n";
    private static final List<String> BEGINNINGS = List.of(SLOW_HEAD, SLOW_FORM, SLOW_UNREAD, SLOW_TOO_LARGE);
    private static final int CONNECTIONS = 400;
    private static final Duration CONNECTING = Duration.ofSeconds(4);
    private static final Duration ATTACK = Duration.ofSeconds(15);
    private static final Duration BETWEEN_VISITS = Duration.ofMillis(50);

    @Test
    void holdNobodyElseUp() throws Exception {
        List<RawClient> attackers = new ArrayList<>();
        ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor();
        try {
            for (int number = 0; number < CONNECTIONS; number++) {
                attackers.add(new RawClient(ATTACKER, port()).say(BEGINNINGS.get(number % BEGINNINGS.size())));
            }
            drip.scheduleAtFixedRate(() -> attackers.forEach(SlowClientsIT::drip), 1, 1, TimeUnit.SECONDS);
            visitFor(CONNECTING);
            List<Duration> waits = visitFor(ATTACK);
            waits.sort(null);
            Duration slowest = waits.get(waits.size() * 99 / 100);
            System.out.printf(
                    "Beside %d slow clients %d visits took %d ms at the median, %d ms at p99, %d ms at most%n",
                    CONNECTIONS,
                    waits.size(),
                    waits.get(waits.size() / 2).toMillis(),
                    slowest.toMillis(),
                    waits.get(waits.size() - 1).toMillis());
            assertThat(slowest).as("p99").isLessThan(Duration.ofSeconds(1));
        } finally {
            drip.shutdownNow();
            for (RawClient attacker : attackers) {
                attacker.close();
            }
        }
    }

    /** As from one home with a /56, or from a few hundred machines. */
    @Test
    void slowFormsFromManyNetworksHoldNoPageUp() throws Exception {
        List<RawClient> attackers = new ArrayList<>();
        try {
            for (int network = 0; network < CONNECTIONS; network++) {
                String from = "127.7.%d.%d".formatted(network % 200, 1 + network / 200);
                attackers.add(new RawClient(from, port()).say(SLOW_FORM + "a"));
            }
            for (int visit = 0; visit < 10; visit++) {
                attackers.forEach(SlowClientsIT::drip);
                long start = System.nanoTime();
                assertThat(browser().get("/").statusCode()).isEqualTo(200);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            }
        } finally {
            for (RawClient attacker : attackers) {
                attacker.close();
            }
        }
    }

    /** Opens a form and sends it, again and again, and says how long each took. */
    private List<Duration> visitFor(Duration time) {
        List<Duration> waits = new ArrayList<>();
        PlainBrowser browser = browser();
        long end = System.nanoTime() + time.toNanos();
        await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_VISITS)
                .atMost(time.multipliedBy(10))
                .until(() -> {
                    long start = System.nanoTime();
                    assertThat(browser.send(browser.open("/")).statusCode()).isEqualTo(303);
                    waits.add(Duration.ofNanos(System.nanoTime() - start));
                    return System.nanoTime() - end >= 0;
                });
        return waits;
    }

    private static void drip(RawClient attacker) {
        try {
            attacker.say("a");
        } catch (IOException cutOff) {
            // as it should be
        }
    }
}
