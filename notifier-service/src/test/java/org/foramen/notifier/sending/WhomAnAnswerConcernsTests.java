package org.foramen.notifier.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.Settings;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.ledger.followup.Followup;
import org.foramen.notifier.sending.report.DeliveryMetrics;
import org.foramen.notifier.smtp.verdict.Phase;
import org.foramen.notifier.smtp.verdict.Reply;
import org.foramen.notifier.smtp.verdict.SmtpOutcome;
import org.foramen.notifier.smtp.verdict.SmtpVerdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The same answer means one mail, or the server, by what other mails hear; the table says what follows and who is told. */
class WhomAnAnswerConcernsTests {

    private static final Instant OWED = Instant.parse("2026-11-28T09:00:00Z");
    private static final int TRIES = 3;
    private static final Reply YES = new Reply(250, null);
    private static final Set<String> FOR_OPERATORS = Set.of("againstus", "unclear", "unacceptable");

    private final RetryPolicy policy = new RetryPolicy(Settings.defaults());
    private final CircuitBreaker breaker =
            new CircuitBreaker("patient-mailer", Settings.defaults().retry());

    /** What the other patients' mails hear meanwhile. */
    enum Others {
        PASS,
        FAIL,
        NONE
    }

    @ParameterizedTest(name = "{0}: {1} {2}, others: {3}")
    @CsvFileSource(resources = "refusals.csv", numLinesToSkip = 1)
    void eachAnswerHasItsConsequence(
            Phase phase,
            int code,
            String enhanced,
            Others others,
            String name,
            String becomes,
            boolean isAway,
            boolean operatorIsTold,
            boolean clinicIsTold) {
        SmtpOutcome outcome = SmtpVerdict.on(phase, new Reply(code, enhanced), "");
        Followup followup = null;
        for (int attempt = 1; attempt <= TRIES && !(followup instanceof Followup.Ended); attempt++) {
            Instant now = OWED.plus(Duration.ofHours(attempt));
            othersHear(others, outcome, now);
            breaker.heard(key(0), outcome, now);
            followup = policy.after(Attempts.at(key(0), attempt, OWED, now, outcome, false), breaker);
        }

        String told = DeliveryMetrics.nameOf(outcome);
        assertThat(told).isEqualTo(name);
        assertThat(stateOf(followup).wireName()).isEqualTo(becomes);
        assertThat(followup instanceof Followup.Ended ended && ended.instead() == Audience.NOTICE)
                .isEqualTo(clinicIsTold);
        assertThat(breaker.isOpen()).isEqualTo(isAway);
        assertThat(FOR_OPERATORS.contains(told) || isAway).isEqualTo(operatorIsTold);
    }

    private void othersHear(Others others, SmtpOutcome outcome, Instant now) {
        switch (others) {
            case PASS -> breaker.heard(key(1), new SmtpOutcome.Sent(YES), now);
            case FAIL -> {
                breaker.heard(key(1), outcome, now);
                breaker.heard(key(2), outcome, now);
            }
            case NONE -> {}
        }
    }

    private static State stateOf(Followup followup) {
        return followup instanceof Followup.Ended ended ? ended.state() : ((Followup.Again) followup).state();
    }

    private static DeliveryKey key(int number) {
        return new DeliveryKey(Inquiries.number(number).id(), Audience.PATIENT);
    }
}
