package org.foramen.stack.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.foramen.stack.process.Pause;
import org.foramen.stack.process.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(20)
class ScriptedSmtpServerTests {

    private static final String ENVELOPE = "MAIL FROM:<a@example.com>\r\nRCPT TO:<b@example.com>\r\nDATA\r\n";

    private final ScriptedSmtpServer server = new ScriptedSmtpServer(Ports.free());

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void takesMailAfterMailOnOneConnectionAndRemembersThem() throws IOException {
        try (Client client = new Client()) {
            assertThat(client.hear()).startsWith("220");
            client.say("EHLO here\r\n");
            assertThat(client.answers.lines().takeWhile(line -> line.startsWith("250-")))
                    .contains("250-PIPELINING");

            for (String subject : List.of("one", "two")) {
                client.say(ENVELOPE);
                assertThat(client.codes(3)).containsExactly("250", "250", "354");
                client.say("Subject: " + subject + "\r\nMessage-ID: <" + subject + "@x>\r\n\r\n..A line.\r\n.");
                client.say("\r\n");
                assertThat(client.hear()).startsWith("250");
            }
        }

        assertThat(server.count()).isEqualTo(2);
        assertThat(server.mails()).extracting(ReceivedMail::messageId).containsExactly("<one@x>", "<two@x>");
        ReceivedMail first = server.mails().get(0);
        assertThat(first.sender()).isEqualTo("a@example.com");
        assertThat(first.recipients()).containsExactly("b@example.com");
        assertThat(first.parts().text()).isEqualTo(".A line.\n");
        assertThat(server.bytes()).isEqualTo(2 * first.bytes().length);
    }

    @Test
    void aMailMayBeRememberedByItsHeadersOrNotAtAll() throws IOException {
        server.keep(Kept.HEADERS);
        send("Subject: one\r\n\r\nbody\r\n");
        server.keep(Kept.NOTHING);
        send("Subject: two\r\n\r\nbody\r\n");

        assertThat(server.mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.bytes()).asString().isEqualTo("Subject: one\r\n\r\n"));
        assertThat(server.count()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SIGN_IN", "STILL_SIGNED_IN"})
    void answersAnythingAtAnyPhase(SmtpStage phase) throws IOException {
        server.on(phase, words -> new Answer.Reply("450 4.0.0 at " + phase));

        try (Client client = new Client()) {
            client.say("EHLO here\r\n" + ENVELOPE);
            assertThat(client.answers
                            .lines()
                            .filter(line -> line.startsWith("450 "))
                            .findFirst())
                    .contains("450 4.0.0 at " + phase);
        }
        assertThat(server.misdeeds()).isPositive();
    }

    @Test
    void takesMailsOnlyFromWhoeverIsStillSignedInWhereItIsTold() throws IOException {
        AtomicBoolean stillGood = new AtomicBoolean(true);
        server.on(
                SmtpStage.SIGN_IN,
                shown -> shown.equals("me:secret") ? Answer.yes() : new Answer.Reply("535 5.7.8 not you"));
        server.on(
                SmtpStage.STILL_SIGNED_IN,
                shown -> stillGood.get() ? Answer.yes() : new Answer.Reply("530 5.7.57 over"));

        try (Client client = new Client()) {
            client.hear();
            client.say("AUTH XOAUTH2 bm9ib2R5\r\nAUTH XOAUTH2\r\nbWU6c2VjcmV0\r\nMAIL FROM:<a@example.com>\r\n");
            assertThat(client.codes(4)).containsExactly("535", "334", "235", "250");
            stillGood.set(false);
            client.say("MAIL FROM:<a@example.com>\r\n");
            assertThat(client.codes(1)).containsExactly("530");
        }
    }

    @Test
    void forgetsTheEnvelopeOnReset() throws IOException {
        try (Client client = new Client()) {
            client.hear();
            client.say("MAIL FROM:<a@example.com>\r\nRCPT TO:<b@example.com>\r\nRSET\r\nDATA\r\n");

            assertThat(client.codes(4)).containsExactly("250", "250", "250", "503");
        }
    }

    @Test
    void refusesTheMailItself() throws IOException {
        server.onMail(mail -> new Answer.Reply("554 5.6.0 no"));

        assertThat(send("Subject: one\r\n\r\nbody\r\n")).isEqualTo("554 5.6.0 no");
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void takesAMailAndHangsUpWithoutAWord() throws IOException {
        server.onMail(mail -> new Answer.TakeAndHangUp());

        assertThat(send("Subject: one\r\n\r\nbody\r\n")).isNull();
        assertThat(server.mails()).extracting(ReceivedMail::acknowledged).containsExactly(false);
    }

    @Test
    void aMailIsAnsweredNoSoonerThanItsDelay() throws IOException {
        server.onMail(mail -> Answer.yesAfterMillis(80));
        long start = System.nanoTime();

        assertThat(send("Subject: late\r\n\r\n")).startsWith("250");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(80));
    }

    @Test
    void anOutageBreaksConnectionsAndEnds() throws IOException {
        try (Client before = new Client()) {
            assertThat(before.hear()).startsWith("220");
            server.stop();
            assertThat(before.socket.getInputStream().read()).isEqualTo(-1);
        }
        assertThat(greets()).isFalse();

        server.start();
        Pause.until(this::greets, "the server", Duration.ofSeconds(5));
    }

    private String send(String mail) throws IOException {
        try (Client client = new Client()) {
            client.hear();
            client.say(ENVELOPE);
            client.codes(3);
            client.say(mail + ".\r\n");
            return client.hear();
        }
    }

    private boolean greets() {
        try (Client client = new Client()) {
            String greeting = client.hear();
            return greeting != null && greeting.startsWith("220");
        } catch (SocketException e) {
            return false;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Client implements AutoCloseable {

        private final Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        private final BufferedReader answers =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));

        Client() throws IOException {}

        String hear() throws IOException {
            return answers.readLine();
        }

        List<String> codes(int count) {
            return answers.lines()
                    .limit(count)
                    .map(line -> line.substring(0, 3))
                    .toList();
        }

        void say(String words) throws IOException {
            socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
