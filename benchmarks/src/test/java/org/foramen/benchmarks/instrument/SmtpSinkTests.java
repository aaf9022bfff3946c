package org.foramen.benchmarks.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class SmtpSinkTests {

    private static final String MAIL = "MAIL FROM:<a@example.com>\r\nRCPT TO:<b@example.com>\r\nDATA\r\n";

    private final List<String> heads = new CopyOnWriteArrayList<>();

    @Test
    void takesMailAfterMailOnOneConnectionAndCountsThem() throws IOException {
        try (SmtpSink sink = new SmtpSink(Duration.ZERO, (head, time) -> heads.add(head));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), sink.port())) {
            BufferedReader answers = answers(socket);
            assertThat(answers.readLine()).startsWith("220");
            say(socket, "EHLO here\r\n");
            assertThat(answers.lines().takeWhile(line -> line.startsWith("250-")))
                    .contains("250-PIPELINING");

            for (String subject : List.of("one", "two")) {
                say(socket, MAIL);
                assertThat(List.of(answers.readLine(), answers.readLine(), answers.readLine()))
                        .extracting(line -> line.substring(0, 3))
                        .containsExactly("250", "250", "354");
                say(socket, "Subject: " + subject + "\r\n\r\nA line.\r\n.");
                say(socket, "\r\n");
                assertThat(answers.readLine()).startsWith("250");
            }

            assertThat(sink.mails()).isEqualTo(2);
            assertThat(heads)
                    .extracting(head -> head.lines().findFirst().orElse(""))
                    .containsExactly("Subject: one", "Subject: two");
        }
    }

    @Test
    void aMailIsAnsweredNoSoonerThanItsDelay() throws IOException {
        try (SmtpSink sink = new SmtpSink(Duration.ofMillis(80));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), sink.port())) {
            BufferedReader answers = answers(socket);
            answers.readLine();
            say(socket, MAIL);
            for (int line = 0; line < 3; line++) {
                answers.readLine();
            }
            long start = System.nanoTime();
            say(socket, "Subject: late\r\n\r\n.\r\n");

            assertThat(answers.readLine()).startsWith("250");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(80));
        }
    }

    @Test
    void anOutageBreaksConnectionsAndEnds() throws IOException {
        try (SmtpSink sink = new SmtpSink(Duration.ZERO);
                Socket before = new Socket(InetAddress.getLoopbackAddress(), sink.port())) {
            assertThat(answers(before).readLine()).startsWith("220");
            sink.setUp(false);
            assertThat(before.getInputStream().read()).isEqualTo(-1);

            sink.setUp(true);
            Pause.until(() -> greets(sink.port()), "the sink", Duration.ofSeconds(5));
        }
    }

    private static boolean greets(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return answers(socket).readLine().startsWith("220");
        } catch (IOException e) {
            return false;
        }
    }

    private static BufferedReader answers(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    private static void say(Socket socket, String words) throws IOException {
        socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}
