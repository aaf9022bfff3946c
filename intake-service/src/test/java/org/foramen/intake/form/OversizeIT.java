package org.foramen.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are made to be too much: each is refused at once, and none is kept in memory. */
class OversizeIT extends RunningIntake {

    private static final String FORM = "POST /inquiries HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String API = "POST /api/inquiries HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    private static final int MEGABYTE = 1024 * 1024;

    @ParameterizedTest
    @ValueSource(strings = {FORM, API})
    void tenMegabytesAreRefusedBeforeTheyAreSent(String head) throws Exception {
        assertRefused(413, head + "Content-Length: 10485760\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {FORM, API})
    void tooMuchWithoutALengthIsRefusedOnTheWay(String head) throws Exception {
        String chunk = " ".repeat(0x8000);

        assertRefused(
                413,
                head + "Transfer-Encoding: chunked\r\n\r\n" + ("8000\r\n" + chunk + "\r\n").repeat(3) + "0\r\n\r\n");
    }

    @Test
    void aBombIsNotUnpacked() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bomb)) {
            for (int megabyte = 0; megabyte < 50; megabyte++) {
                zip.write(new byte[MEGABYTE]);
            }
        }
        assertThat(bomb.size()).isLessThan(64 * 1024);

        assertRefused(
                400,
                API + "Content-Encoding: gzip\r\nContent-Length: " + bomb.size() + "\r\n\r\n"
                        + bomb.toString(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"message\":", "{\"unknown\":["})
    void tenThousandLevelsAreRefused(String level) throws Exception {
        String body = level.repeat(60_000 / level.length() / 2);

        assertRefused(400, API + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    @Test
    void aNumberOfManyDigitsIsRefused() throws Exception {
        String body = "{\"consentToEmail\": " + "9".repeat(50_000) + "}";

        assertRefused(400, API + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    @Test
    void tenThousandFieldsAreRefused() throws Exception {
        String body = "a=1&".repeat(10_000);

        assertRefused(400, FORM + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    @Test
    void headersOfManyKilobytesAreRefused() throws Exception {
        assertRefused(400, "GET / HTTP/1.1\r\nHost: x\r\nX-Filler: " + "a".repeat(20_000) + "\r\n\r\n");
    }

    private void assertRefused(int status, String request) throws IOException {
        long before = usedHeap();
        long start = System.nanoTime();
        for (int time = 0; time < 10; time++) {
            try (RawClient client = new RawClient("127.0.0.1", port())) {
                assertThat(client.say(request).status()).isEqualTo(status);
            }
        }
        Duration each = Duration.ofNanos((System.nanoTime() - start) / 10);
        long grown = usedHeap() - before;
        System.out.printf("Refused with %d in %d ms; the heap grew by %,d KB%n", status, each.toMillis(), grown / 1024);
        assertThat(each).isLessThan(Duration.ofMillis(500));
        assertThat(grown).isLessThan(20L * MEGABYTE);
        assertThat(accepted()).isEmpty();
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
