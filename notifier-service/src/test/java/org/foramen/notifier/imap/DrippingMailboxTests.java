package org.foramen.notifier.imap;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.mail.MessagingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.foramen.notifier.Settings;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.smtp.socket.LineServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mailbox whose server says a letter at a time, without end: each is in time for a read, and all of them are not. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DrippingMailboxTests {

    private static final String GREETING = "greeting";
    private static final long A_DROP_MILLIS = 20;

    private final CountDownLatch closed = new CountDownLatch(1);
    private LineServer server;
    private volatile String drips = "";
    private volatile int drop = 1;
    private final AtomicLong said = new AtomicLong();

    @BeforeEach
    void listen() throws IOException {
        server = new LineServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), this::serve);
    }

    @AfterEach
    void hangUp() throws IOException {
        closed.countDown();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {GREETING, "CAPABILITY", "LOGIN", "LIST", "SELECT", "FETCH"})
    void isCutOffWhateverItIsAsked(String station) throws Exception {
        drips = station;

        assertThatExceptionOfType(MessagingException.class).isThrownBy(() -> read(mailbox()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLOSE", "LOGOUT"})
    void isLeftInTimeWhenItDripsAtTheEnd(String station) throws Exception {
        ImapServer mailbox = mailbox();
        drips = station;

        assertThat(catchThrowable(() -> read(mailbox)))
                .satisfiesAnyOf(none -> assertThat(none).isNull(), why -> assertThat(why)
                        .isInstanceOf(MessagingException.class));

        drips = "";
        assertThat(read(mailbox)).isEqualTo(1);
    }

    @Test
    void isReadWhenItDripsNoMore() throws Exception {
        ImapServer mailbox = mailbox();
        drips = "FETCH";
        assertThatExceptionOfType(MessagingException.class).isThrownBy(() -> read(mailbox));
        drips = "";

        assertThat(read(mailbox)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {GREETING, "CAPABILITY", "LOGIN"})
    void isHeardNoFurtherThanItHasToSpeakBeforeItIsSignedInAt(String station) {
        drips = station;
        drop = 1024 * 1024;

        assertThatExceptionOfType(MessagingException.class).isThrownBy(() -> read(mailbox()));

        assertThat(said).hasValueLessThan(16L * drop);
    }

    private static int read(ImapServer server) throws MessagingException {
        try (ImapMailbox mailbox = server.open()) {
            return mailbox.oldest(10).size();
        }
    }

    private ImapServer mailbox() {
        NotifierSettings settings = Settings.with(Map.of(
                "foramen.smtp.total-deadline", "1s",
                "foramen.bounces.imap.host", "127.0.0.1",
                "foramen.bounces.imap.port", String.valueOf(server.port()),
                "foramen.bounces.imap.user", "bounces",
                "foramen.bounces.imap.password", "secret"));
        return new ImapServer(settings.bounces().imap(), settings.smtp(), null);
    }

    private void serve(Socket line) throws IOException, InterruptedException {
        BufferedReader asked = new BufferedReader(new InputStreamReader(line.getInputStream(), US_ASCII));
        say(line, GREETING, "* OK here\r\n");
        for (String next = asked.readLine(); next != null; next = asked.readLine()) {
            String[] words = next.split(" ");
            say(line, words[1], data(words[1]) + words[0] + " OK done\r\n");
        }
    }

    private void say(Socket line, String station, String answer) throws IOException, InterruptedException {
        OutputStream out = line.getOutputStream();
        while (station.equals(drips) && !closed.await(A_DROP_MILLIS, TimeUnit.MILLISECONDS)) {
            byte[] stars = new byte[drop];
            Arrays.fill(stars, (byte) '*');
            out.write(stars);
            said.addAndGet(drop);
        }
        out.write(answer.getBytes(US_ASCII));
    }

    private static String data(String command) {
        return switch (command) {
            case "CAPABILITY" -> "* CAPABILITY IMAP4rev1\r\n";
            case "LIST" -> "* LIST () \"/\" INBOX\r\n";
            case "SELECT" -> "* 1 EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 1] here\r\n";
            case "FETCH" -> "* 1 FETCH (RFC822.SIZE 9 FLAGS ())\r\n";
            default -> "";
        };
    }
}
