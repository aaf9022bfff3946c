package org.foramen.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.Session;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Properties;
import org.foramen.notifier.Settings;
import org.foramen.notifier.smtp.socket.Deadline;
import org.foramen.notifier.smtp.socket.Deadlines;
import org.foramen.notifier.smtp.socket.ServerSockets;
import org.foramen.notifier.smtp.verdict.Phase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A mail server with several addresses. */
@Timeout(60)
class ConnectionOpenerTests {

    private final Deadlines deadlines = new Deadlines(Duration.ofMinutes(1));
    private final Deadline deadline = deadlines.begin();

    @AfterEach
    void end() {
        deadlines.close();
    }

    @Test
    void theNextAddressIsTriedWhereNobodyListens() throws Exception {
        try (TalkingServer second = new TalkingServer()) {
            SmtpConnection connection = open(second.port());

            assertThat(connection.phase()).isEqualTo(Phase.EHLO);
            connection.cut();
        }
    }

    @Test
    void theNextAddressIsTriedWhereNobodyAnswers() throws Exception {
        try (TalkingServer second = new TalkingServer();
                ServerSocket dead = new ServerSocket(second.port(), 1, address("127.0.0.9"))) {
            Backlog.fill(dead);

            SmtpConnection connection = open(second.port());

            assertThat(connection.phase()).isEqualTo(Phase.EHLO);
            connection.cut();
        }
    }

    @Test
    void theNextAddressIsTriedWhereSomebodyConnectsAndSaysNothing() throws Exception {
        try (TalkingServer second = new TalkingServer();
                TalkingServer first = new TalkingServer(address("127.0.0.9"), second.port())) {
            first.atGreeting(TalkingServer.SAYS_NOTHING);

            SmtpConnection connection = open(second.port());

            assertThat(connection.phase()).isEqualTo(Phase.EHLO);
            connection.cut();
        }
    }

    @Test
    void theNextAddressIsTriedWhereWeAreNotGreeted() throws Exception {
        try (TalkingServer second = new TalkingServer();
                TalkingServer first = new TalkingServer(address("127.0.0.9"), second.port())) {
            first.atGreeting("421 closing");

            SmtpConnection connection = open(second.port());

            assertThat(first.connections()).isEqualTo(1);
            assertThat(connection.phase()).isEqualTo(Phase.EHLO);
            connection.cut();
        }
    }

    @Test
    void whatTheServerSaysLaterIsItsAnswer() throws Exception {
        try (TalkingServer second = new TalkingServer();
                TalkingServer first = new TalkingServer(address("127.0.0.9"), second.port())) {
            first.at("EHLO", "504 no").at("HELO", "504 no");

            assertThatExceptionOfType(NotConnected.class).isThrownBy(() -> open(second.port()));
            assertThat(second.connections()).isZero();
        }
    }

    private SmtpConnection open(int port) throws Exception {
        ServerSockets sockets = new ServerSockets("relay.test", port, Duration.ofSeconds(1), Duration.ofSeconds(2));
        InetAddress[] both = {address("127.0.0.9"), address("127.0.0.1")};
        return new ConnectionOpener(
                        sockets,
                        Session.getInstance(new Properties()),
                        false,
                        Settings.defaults().smtp())
                .open(both, deadline);
    }

    private static InetAddress address(String literal) throws Exception {
        return InetAddress.getByName(literal);
    }
}
