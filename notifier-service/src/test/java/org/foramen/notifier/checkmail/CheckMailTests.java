package org.foramen.notifier.checkmail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The command as an operator runs it. */
class CheckMailTests {

    @RegisterExtension
    static final GreenMailExtension MAIL_SERVER = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    @Test
    void aServerThatWorksIsShownAndATestMailArrives() {
        List<String> said = run(0, "--spring.mail.port=" + MAIL_SERVER.getSmtp().getPort());

        assertThat(said)
                .contains(
                        "Mail server: 127.0.0.1:" + MAIL_SERVER.getSmtp().getPort(),
                        "TLS: the line is not encrypted.",
                        "Sign-in: none is set.",
                        "Test mail: taken. Look whether it arrives, and whether it is in the spam folder.");
        assertThat(MAIL_SERVER.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aServerThatIsAwayIsSaidInASentence() {
        assertThat(run(1, "--spring.mail.port=1"))
                .contains("No mail can be handed over: nothing takes connections at 127.0.0.1:1.");
    }

    private static List<String> run(int status, String port) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] arguments = {
            CheckMail.COMMAND,
            "ana@clinic.example",
            port,
            "--spring.mail.host=127.0.0.1",
            "--foramen.content=../content"
        };
        boolean works = CheckMail.run(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(works).isEqualTo(status == 0);
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
