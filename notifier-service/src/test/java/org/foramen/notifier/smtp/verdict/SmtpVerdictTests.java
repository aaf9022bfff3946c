package org.foramen.notifier.smtp.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.foramen.notifier.delivery.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One class decides what an SMTP exchange meant; what it decides stands in a table. */
class SmtpVerdictTests {

    private static final Set<Phase> BEFORE_A_MAIL = EnumSet.range(Phase.NAME, Phase.MAIL_FROM);
    private static final Set<Phase> WITHIN_A_MAIL = EnumSet.range(Phase.RCPT_TO, Phase.FINAL_DOT);

    @ParameterizedTest(name = "{0}: {1} {2} is {3}")
    @CsvFileSource(resources = "verdicts.csv", numLinesToSkip = 1)
    void eachAnswerHasItsMeaning(Phase phase, int code, String enhanced, String outcome, String why) {
        SmtpOutcome decided = SmtpVerdict.on(phase, new Reply(code, enhanced), "");

        assertThat(decided.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(said(decided)).isEqualTo(why == null ? "" : why);
    }

    @Test
    void whatIsSaidAboutOneMailNeverStopsTheOthers() {
        for (Phase phase : WITHIN_A_MAIL) {
            IntStream.rangeClosed(-1, 599)
                    .mapToObj(code -> SmtpVerdict.on(phase, new Reply(code, null), ""))
                    .forEach(outcome -> assertThat(outcome).isNotInstanceOf(SmtpOutcome.Unavailable.class));
        }
    }

    @Test
    void beforeAMailNothingIsSaidAboutIt() {
        for (Phase phase : BEFORE_A_MAIL) {
            IntStream.rangeClosed(-1, 599)
                    .mapToObj(code -> SmtpVerdict.on(phase, new Reply(code, null), ""))
                    .forEach(outcome -> assertThat(outcome).isInstanceOf(SmtpOutcome.Unavailable.class));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyYesAfterTheFinalDotIsAYes(Phase phase) {
        boolean isEnd = phase == Phase.FINAL_DOT || phase == Phase.ACCEPTED;

        assertThat(SmtpVerdict.on(phase, new Reply(251, null), "") instanceof SmtpOutcome.Sent)
                .isEqualTo(isEnd);
    }

    @ParameterizedTest
    @CsvSource({
        "550, 550 5.1.1 <canary@example.com>: no such user, 5.1.1",
        "550, 550-5.1.1 no such user, 5.1.1",
        "550, '550-no such user\n550 5.1.1 at all', 5.1.1",
        "550, 550 no mailbox here by that name. (#5.1.1), 5.1.1",
        "553, 553 #5.7.1, 5.7.1",
        "550, 550 it is a 5.1.1., 5.1.1",
        "450, 450 4.2.1 and later 5.1.1, 4.2.1",
        "550, 550 4.2.1 and 5.1.1, 5.1.1",
        "550, 550 4.2.1 greylisted, ",
        "550, 550 relay 5.1.1.7 says no, ",
        "550, 550 relay 203.5.1.10 says no, ",
        "554, 554 blocked: 10.5.1.1, ",
        "550, 550 Exim 4.96.2 says no, ",
        "550, 550 version 5.1.1beta, ",
        "550, 550, ",
        "550, 550 5.1.10, 5.1.10",
        "550, 550 5.1.1000, "
    })
    void theCodesAreKeptAndTheTextIsNot(int code, String said, String enhanced) {
        assertThat(Reply.of(code, said)).isEqualTo(new Reply(code, enhanced));
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT_TO, 550 relay not permitted, the mail server does not pass on mails of ours",
        "RCPT_TO, 554 5.7.1 <ana@example.com>: Relay access denied, the mail server does not pass on mails of ours",
        "RCPT_TO, 553 sorry relaying is denied here, the mail server does not pass on mails of ours",
        "RCPT_TO, 550 Sender verify failed, the mail server refuses our sender address",
        "RCPT_TO, 553 5.7.1 Sender address rejected: not owned by user, the mail server refuses our sender address",
        "FINAL_DOT, 550 SPF check failed, 'our domain does not prove that the mail is ours (SPF, DKIM, DMARC)'",
        "RCPT_TO, 550 Authentication is required for relay, the mail server wants another sign-in of us",
        "FINAL_DOT, 550 daily sending quota exceeded, we have sent as many mails as the mail server allows",
        "DATA, 550 too many messages today, we have sent as many mails as the mail server allows",
        "FINAL_DOT, 554 5.7.1 message looks like spam, the mail server takes us for somebody who sends unwanted mail",
        "RCPT_TO, '550 blocked, see https://lists.example', the mail server takes us for somebody who sends unwanted mail",
        "RCPT_TO, '550 Client host rejected: cannot find your reverse hostname', the mail server takes us for somebody who sends unwanted mail",
        "RCPT_TO, 550 no PTR record for your IP, the mail server takes us for somebody who sends unwanted mail",
        "RCPT_TO, 550 Access denied - Invalid HELO name, the mail server and we do not understand each other",
        "RCPT_TO, 550 5.7.1 Helo command rejected: Host not found, the mail server and we do not understand each other",
        "RCPT_TO, 550 maximum number of connections exceeded, we have sent as many mails as the mail server allows",
        "FINAL_DOT, 554 no, the mail server refused the mail and did not say why"
    })
    void whereTheCodesLeaveItOpenTheWordsSayThatWeAreMeant(Phase phase, String said, String why) {
        assertThat(verdict(phase, said))
                .isInstanceOfSatisfying(SmtpOutcome.AgainstUs.class, against -> assertThat(against.why())
                        .isEqualTo(why));
    }

    @ParameterizedTest
    @CsvSource({
        "550 no such user here",
        "550 <spam.relay@example.com>: unrouteable address",
        "550 relay@example.com is unknown",
        "550 5.1.1 no such user, after the sender was verified",
        "550 5.1.1 no such user, and the mailbox was full",
        "550 no MX in the DNS",
        "550 5.4.1 Recipient address rejected: Access denied"
    })
    void aRefusalOfTheRecipientStaysOne(String said) {
        assertThat(verdict(Phase.RCPT_TO, said))
                .isInstanceOfSatisfying(SmtpOutcome.Refused.class, refused -> assertThat(refused.namesRecipient())
                        .isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "550 mailbox is full",
        "550 this account is over quota",
        "550 over disk quota",
        "554 Mailbox of this user full",
        "550 5.7.1 mailbox is full"
    })
    void aFullMailboxMayBeEmptiedWhateverTheCode(String said) {
        assertThat(verdict(Phase.RCPT_TO, said)).isInstanceOf(SmtpOutcome.Temporary.class);
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL_FROM, 552 message size exceeds fixed maximum message size",
        "RCPT_TO, 552 message too large",
        "FINAL_DOT, 552 Message size exceeds what we take",
        "FINAL_DOT, 554 message too big for system"
    })
    void aMailThatIsTooBigStaysSo(Phase phase, String said) {
        assertThat(verdict(phase, said))
                .isInstanceOfSatisfying(SmtpOutcome.Unacceptable.class, unacceptable -> assertThat(unacceptable.fault())
                        .isEqualTo(Reason.TOO_BIG));
    }

    @Test
    void aParameterThatIsNotKnownIsNotSaidToBeOurSender() {
        assertThat(verdict(Phase.MAIL_FROM, "555 5.5.4 unsupported option"))
                .isInstanceOfSatisfying(SmtpOutcome.Unavailable.class, away -> assertThat(away.why())
                        .startsWith("the mail server and we do not understand each other"));
    }

    private static SmtpOutcome verdict(Phase phase, String said) {
        return SmtpVerdict.on(phase, Reply.of(Integer.parseInt(said.substring(0, 3)), said), said);
    }

    /** The words that come with an outcome, if any. */
    private static String said(SmtpOutcome outcome) {
        return outcome.fold(
                sent -> "",
                temporary -> "",
                refused -> refused.namesRecipient() ? "" : "it may mean us",
                unacceptable -> unacceptable.fault().words(),
                SmtpOutcome.AgainstUs::why,
                SmtpOutcome.Unavailable::why,
                unknown -> "");
    }
}
