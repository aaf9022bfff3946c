package org.foramen.notifier.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.Settings;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.ledger.followup.Followup;
import org.foramen.notifier.sending.attempt.Attempted;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.smtp.verdict.Reply;
import org.foramen.notifier.smtp.verdict.SmtpOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetryPolicyTests {

    private static final Instant OWED = Instant.parse("2026-11-28T09:00:00Z");
    private static final SmtpOutcome FULL = new SmtpOutcome.Temporary(new Reply(452, "4.2.2"));
    private static final SmtpOutcome AGAINST_US =
            new SmtpOutcome.AgainstUs(new Reply(550, "5.4.5"), "we have sent as many mails as the mail server allows");
    private static final SmtpOutcome REFUSED = new SmtpOutcome.Refused(new Reply(550, "5.1.1"), true);
    private static final SmtpOutcome AWAY = new SmtpOutcome.Unavailable(Reply.NONE, "nobody answers");

    private final NotifierSettings.Retry settings = Settings.defaults().retry();
    private final RetryPolicy policy = new RetryPolicy(Settings.defaults());

    @ParameterizedTest
    @CsvSource({
        "CLINIC, false, 59, ",
        "CLINIC, false, 60, FALLBACK",
        "CLINIC, true, 9, ",
        "CLINIC, true, 10, FALLBACK",
        "PATIENT, false, 300, ",
        "FALLBACK, false, 300, ",
        "NOTICE, true, 300, "
    })
    void aClinicsInboxThatPutsOffForLongIsNotTheOnlyOneThatIsAsked(
            Audience audience, boolean emergency, long minutes, Audience also) {
        Followup followup = after(audience, FULL, emergency, Duration.ofMinutes(minutes));

        assertThat(followup).isInstanceOfSatisfying(Followup.Again.class, again -> {
            assertThat(again.state()).isEqualTo(State.DEFERRED);
            assertThat(again.also()).isEqualTo(also);
        });
    }

    @ParameterizedTest
    @CsvSource({"false, 45, 60", "true, 8, 10"})
    void theTryAtTheLimitIsNotLeftToALongPause(boolean emergency, long minutes, long limit) {
        Followup followup = after(Audience.CLINIC, FULL, emergency, Duration.ofMinutes(minutes));

        assertThat(followup).isInstanceOfSatisfying(Followup.Again.class, again -> assertThat(again.at())
                .isEqualTo(OWED.plus(Duration.ofMinutes(limit))));
    }

    /** As when nobody else is mailed for days, who could show that it is not the server. */
    @ParameterizedTest
    @CsvSource({"71, false", "72, true"})
    void aRefusalThatMayBeTheServersIsDoubtedNoLongerThanAPatientWaits(long hours, boolean ends) {
        CircuitBreaker open = new CircuitBreaker("test", settings);
        open.heard(key(Audience.PATIENT), AWAY, OWED);

        Followup followup = after(Audience.PATIENT, REFUSED, false, Duration.ofHours(hours), open);

        assertThat(followup instanceof Followup.Ended).isEqualTo(ends);
    }

    @ParameterizedTest
    @EnumSource(
            value = Audience.class,
            names = {"CLINIC", "PATIENT"})
    void whatADiskHasDamagedIsLookedUpThreeTimesAndGivenUpWithItsReason(Audience audience) {
        CircuitBreaker closed = new CircuitBreaker("test", settings);
        Attempted.NotComposed damaged = new Attempted.NotComposed(Reason.DAMAGED);

        assertThat(policy.after(Attempts.at(key(audience), 2, OWED, OWED, damaged), closed))
                .isInstanceOf(Followup.Again.class);
        assertThat(policy.after(Attempts.at(key(audience), 3, OWED, OWED, damaged), closed))
                .isEqualTo(new Followup.Withheld(Reason.DAMAGED, OWED));
    }

    @Test
    void aServerThatIsAwayIsNoReasonToAskAnotherInbox() {
        Followup followup = after(Audience.CLINIC, AWAY, false, Duration.ofHours(5));

        assertThat(followup).isInstanceOfSatisfying(Followup.Again.class, again -> assertThat(again.also())
                .isNull());
    }

    @ParameterizedTest
    @CsvSource({"PATIENT, TOO_BIG, NOTICE", "PATIENT, CONTENT, NOTICE", "CLINIC, TOO_BIG, FALLBACK"})
    void whatIsTakenForNobodyEndsAtOnceWithItsReason(Audience audience, Reason fault, Audience told) {
        Followup followup =
                after(audience, new SmtpOutcome.Unacceptable(new Reply(552, "5.3.4"), fault), false, Duration.ZERO);

        assertThat(followup).isInstanceOfSatisfying(Followup.Ended.class, ended -> {
            assertThat(ended.state()).isEqualTo(State.UNACCEPTABLE);
            assertThat(ended.fault()).isEqualTo(fault);
            assertThat(ended.instead()).isEqualTo(told);
        });
    }

    @Test
    void aPatientsMailThatIsRefusedForWhatWeAreOrPutOffWaitsAsLongAsThePatientDoes() {
        for (SmtpOutcome outcome : List.of(AGAINST_US, FULL)) {
            Instant now = OWED.plus(settings.patientFor()).minusSeconds(1);

            Followup followup = after(
                    Audience.PATIENT, outcome, false, settings.patientFor().minusSeconds(1));

            assertThat(followup).isInstanceOfSatisfying(Followup.Again.class, again -> {
                assertThat(again.state()).isEqualTo(State.DEFERRED);
                assertThat(again.reply()).isEqualTo(outcome.reply());
                assertThat(again.also()).isNull();
                assertThat(again.at()).isAfter(now);
            });
        }
    }

    /** It is not called refused: nobody said that the address is wrong. */
    @Test
    void thenItExpiresWithTheAnswerThatItHadAndTheClinicIsOwedANotice() {
        for (SmtpOutcome outcome : List.of(AGAINST_US, FULL)) {
            Followup followup = after(Audience.PATIENT, outcome, false, settings.patientFor());

            assertThat(followup).isInstanceOfSatisfying(Followup.Ended.class, ended -> {
                assertThat(ended.state()).isEqualTo(State.EXPIRED);
                assertThat(ended.reply()).isEqualTo(outcome.reply());
                assertThat(ended.fault()).isNull();
                assertThat(ended.instead()).isEqualTo(Audience.NOTICE);
            });
        }
    }

    @Test
    void theClinicsMailIsNotGivenUpForWhatWeAre() {
        Followup followup = after(Audience.CLINIC, AGAINST_US, false, settings.patientFor());

        assertThat(followup).isInstanceOf(Followup.Again.class);
    }

    private static DeliveryKey key(Audience audience) {
        return new DeliveryKey(new InquiryId("K7F392QX0123456789ABCDEFGH"), audience);
    }

    private Followup after(Audience audience, SmtpOutcome outcome, boolean emergency, Duration waited) {
        return after(audience, outcome, emergency, waited, new CircuitBreaker("test", settings));
    }

    private Followup after(
            Audience audience, SmtpOutcome outcome, boolean emergency, Duration waited, CircuitBreaker breaker) {
        Instant now = OWED.plus(waited);
        return policy.after(Attempts.at(key(audience), 9, OWED, now, outcome, emergency), breaker);
    }
}
