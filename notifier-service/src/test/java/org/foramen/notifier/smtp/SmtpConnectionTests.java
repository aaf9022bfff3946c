package org.foramen.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import com.icegreen.greenmail.util.DummySSLSocketFactory;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.foramen.notifier.smtp.socket.BoundedSocket;
import org.foramen.notifier.smtp.verdict.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class SmtpConnectionTests {

    @RegisterExtension
    static final GreenMailExtension MAIL_SERVER = new GreenMailExtension(
            new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.SMTPS.dynamicPort()});

    private static final String TEXT = "One line,\r\n.\r\n..and dots at the beginning\r\n.of others";

    @Test
    void mailsArriveAsTheyAreOverAPlainLine() throws Exception {
        BoundedSocket line = line(MAIL_SERVER.getSmtp().getPort());

        sendTwice(line, line, new Properties());

        assertThat(MAIL_SERVER.getReceivedMessages()).hasSize(2).allSatisfy(SmtpConnectionTests::assertWhole);
    }

    @Test
    void mailsArriveAsTheyAreOverALineThatIsEncryptedFromTheStart() throws Exception {
        int port = MAIL_SERVER.getSmtps().getPort();
        BoundedSocket line = line(port);

        sendTwice(line, new DummySSLSocketFactory().createSocket(line, "127.0.0.1", port, true), new Properties());

        assertThat(MAIL_SERVER.getReceivedMessages()).hasSize(2).allSatisfy(SmtpConnectionTests::assertWhole);
    }

    @Test
    void mailsArriveAsTheyAreAfterStartTls() throws Exception {
        try (StartTlsServer server = new StartTlsServer()) {
            Properties properties = new Properties();
            properties.put("mail.smtp.starttls.required", "true");
            properties.put("mail.smtp.ssl.socketFactory", new DummySSLSocketFactory());
            properties.put("mail.smtp.ssl.checkserveridentity", "false");

            BoundedSocket line = line(server.port());
            sendTwice(line, line, properties);

            assertThat(server.mails()).hasSize(2).allSatisfy(mail -> {
                assertThat(mail.isEncrypted()).isTrue();
                assertThat(mail.text())
                        .endsWith("\r\n\r\nOne line,\r\n..\r\n...and dots at the beginning\r\n..of others\r\n");
            });
        }
    }

    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void aLineIsCutThoughSomebodyIsWritingToAServerThatReadsNoMore() throws Exception {
        try (ServerSocket server = new DummySSLServerSocketFactory().createServerSocket(0);
                BoundedSocket line = line(server.getLocalPort())) {
            CompletableFuture<Socket> accepted = CompletableFuture.supplyAsync(() -> acceptAndReadAByte(server));
            Socket socket = new DummySSLSocketFactory().createSocket(line, "127.0.0.1", server.getLocalPort(), true);
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(socket, new byte[64 << 20]));
            try (Socket deaf = accepted.get()) {
                new SmtpConnection(Session.getInstance(new Properties()), line, socket, Duration.ofSeconds(30)).cut();

                assertThatThrownBy(writing::join).hasCauseInstanceOf(UncheckedIOException.class);
            }
        }
    }

    private static BoundedSocket line(int port) throws IOException {
        BoundedSocket line = new BoundedSocket();
        line.connect(new InetSocketAddress("127.0.0.1", port));
        return line;
    }

    private static Socket acceptAndReadAByte(ServerSocket server) {
        try {
            Socket socket = server.accept();
            socket.getInputStream().read();
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertWhole(MimeMessage received) throws MessagingException, IOException {
        assertThat(received.getContent().toString().strip()).isEqualTo(TEXT);
    }

    /** Over the same connection. */
    private static void sendTwice(BoundedSocket line, Socket socket, Properties properties) throws MessagingException {
        Session session = Session.getInstance(properties);
        SmtpConnection connection = new SmtpConnection(session, line, socket, Duration.ofSeconds(30));
        connection.connect(socket);
        for (int number = 0; number < 2; number++) {
            MimeMessage message = new MimeMessage(session);
            message.setFrom(new InternetAddress("no-reply@clinic.example"));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress("ana@example.com"));
            message.setText(TEXT);
            message.saveChanges();
            connection.sendMessage(message, message.getAllRecipients());
            assertThat(connection.phase()).isEqualTo(Phase.ACCEPTED);
        }
        connection.close();
    }
}
