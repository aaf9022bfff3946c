package org.foramen.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.foramen.notifier.smtp.SmtpConnection.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One class decides what an SMTP exchange meant; here is what it decides. */
class SmtpVerdictTests {

    @ParameterizedTest
    @CsvSource({"450, 450 4.2.1 try later", "451, 451 4.7.1 Greylisted", "452, 452 4.2.2 full", "552, 552 5.2.2 full"})
    void aRecipientWhoCannotTakeItNowIsTriedLater(int code, String text) {
        assertThat(recipientAnswer(code, text)).isInstanceOf(Outcome.Temporary.class);
    }

    @ParameterizedTest
    @CsvSource({"550, 550 5.1.1 No such user", "551, 551 not local", "553, 553 bad name", "554, 554 no"})
    void aRecipientWhoIsRefusedStaysRefused(int code, String text) {
        assertThat(recipientAnswer(code, text)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void theCodesAreKeptAndTheTextIsNot() {
        assertThat(recipientAnswer(550, "550 5.1.1 <canary@example.com>: no such user"))
                .isEqualTo(new Outcome.Refused(new Reply(550, "5.1.1")));
    }

    @Test
    void anAnswerAboutPolicyIsKnownToMeanUsPerhaps() {
        assertThat(((Outcome.Refused) recipientAnswer(554, "554 5.7.1 blocked"))
                        .reply()
                        .meansUs())
                .isTrue();
    }

    @Test
    void aServerThatClosesIsUnavailable() {
        assertThat(recipientAnswer(421, "421 4.3.2 closing")).isInstanceOf(Outcome.Unavailable.class);
        assertThat(sendAnswer(".", 421, "421 closing", Phase.FINAL_DOT)).isInstanceOf(Outcome.Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource({"MAIL FROM:<a@b.example>, 452", "MAIL FROM:<a@b.example>, 550", "DATA, 500", "DATA, 451"})
    void anAnswerToTheSenderIsAboutUsAndNotAboutTheMail(String command, int code) {
        assertThat(sendAnswer(command, code, code + " no", Phase.ENVELOPE)).isInstanceOf(Outcome.Unavailable.class);
    }

    @Test
    void anAnswerToTheFinalDotIsAboutTheMail() {
        assertThat(sendAnswer(".", 451, "451 4.3.0 later", Phase.FINAL_DOT)).isInstanceOf(Outcome.Temporary.class);
        assertThat(sendAnswer(".", 554, "554 5.6.0 no", Phase.FINAL_DOT)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aLineThatBreaksAfterTheFinalDotLeavesTheOutcomeUnknown() {
        assertThat(sendAnswer(".", -1, "[EOF]", Phase.FINAL_DOT)).isInstanceOf(Outcome.Unknown.class);
        assertThat(timeout(Phase.FINAL_DOT)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void aTimeoutBeforeTheFinalDotIsNoDeliveryAtAll() {
        assertThat(timeout(Phase.BODY)).isInstanceOf(Outcome.Unavailable.class);
        assertThat(timeout(Phase.ENVELOPE)).isInstanceOf(Outcome.Unavailable.class);
    }

    @Test
    void aSlowGoodbyeDoesNotUnsendAMail() {
        assertThat(timeout(Phase.ACCEPTED)).isInstanceOf(Outcome.Sent.class);
    }

    @Test
    void noConnectionAndNoSignInAreTheServersAffair() {
        assertThat(SmtpVerdict.on(new MessagingException("x", new ConnectException()), Phase.IDLE))
                .isInstanceOf(Outcome.Unavailable.class);
        assertThat(SmtpVerdict.on(new AuthenticationFailedException("535"), Phase.IDLE))
                .isInstanceOf(Outcome.Unavailable.class);
    }

    private static Outcome timeout(Phase phase) {
        return SmtpVerdict.on(new MessagingException("x", new SocketTimeoutException()), phase);
    }

    private static Outcome sendAnswer(String command, int code, String text, Phase phase) {
        return SmtpVerdict.on(
                new SMTPSendFailedException(command, code, text, null, new Address[0], new Address[0], new Address[0]),
                phase);
    }

    private static Outcome recipientAnswer(int code, String text) {
        InternetAddress recipient = new InternetAddress();
        recipient.setAddress("canary@example.com");
        MessagingException refused =
                new SMTPAddressFailedException(recipient, "RCPT TO:<canary@example.com>", code, text);
        return SmtpVerdict.on(new SendFailedException("Invalid Addresses", refused), Phase.ENVELOPE);
    }
}
