package org.foramen.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.foramen.stack.mail.Answer;
import org.foramen.stack.mail.PersonalMailbox;
import org.foramen.stack.mail.ReceivedMail;
import org.foramen.system.stack.Metrics;
import org.foramen.system.stack.SharedStack;
import org.foramen.system.stack.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The notifier's own inquiry goes through the real intake, Kafka and SMTP, and is read back by IMAP. */
@ExtendWith(SharedStack.class)
@Timeout(300)
class CanaryCommandIT {

    private final Stack stack;

    CanaryCommandIT(Stack stack) {
        this.stack = stack;
    }

    @AfterEach
    void allIsWell() {
        stack.mail().behave();
    }

    @Test
    void itArrivesAndIsNobodysInquiry() throws IOException {
        stack.heal();
        PersonalMailbox mailbox = stack.canary();
        stack.mail().onMail(mail -> {
            if (mail.recipient().equals(mailbox.address())) {
                mailbox.deliver(mail.bytes());
            }
            return Answer.yes();
        });
        long accepted = intake("accepted");
        long canaries = intake("canaries");
        int mails = stack.mail().mails().size();

        String said = stack.notifier().run("canary");

        assertThat(said)
                .containsPattern("Taken by the intake as \\w{4}-\\w{4}\\.\\R+In the mailbox after \\d+\\.\\d s\\.");
        assertThat(intake("accepted")).isEqualTo(accepted);
        assertThat(intake("canaries")).isEqualTo(canaries + 1);
        await("both groups have read it").atMost(Duration.ofSeconds(60)).until(() -> stack.inquiries()
                .isReadToTheEnd());
        List<ReceivedMail> all = stack.mail().mails();
        assertThat(all.subList(mails, all.size()))
                .as("no front desk has a mail of it")
                .extracting(ReceivedMail::recipient)
                .containsExactly(mailbox.address());
        assertThat(mailbox.count()).isZero();
    }

    private long intake(String which) throws IOException {
        return Metrics.of(stack.intake()).sum("foramen_inquiries_" + which + "_total");
    }
}
