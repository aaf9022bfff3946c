package org.foramen.notifier.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.Settings;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.smtp.verdict.Reply;
import org.foramen.notifier.smtp.verdict.SmtpOutcome;
import org.junit.jupiter.api.Test;

class CircuitBreakerTests {

    private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");
    private static final SmtpOutcome AWAY = new SmtpOutcome.Unavailable(Reply.NONE, "nobody answers");

    private static final DeliveryKey KEY = new DeliveryKey(Inquiries.number(1).id(), Audience.PATIENT);

    private final CircuitBreaker breaker =
            new CircuitBreaker("patient-mailer", Settings.defaults().retry());

    @Test
    void allWaitWhileTheMailServerIsAway() {
        breaker.heard(KEY, AWAY, NOW);

        assertThat(breaker.allowed(4, NOW)).isZero();
        assertThat(breaker.allowed(4, breaker.until())).isEqualTo(1);
    }

    @Test
    void aClockThatIsSetBackHoldsNobodyBackForLonger() {
        breaker.heard(KEY, AWAY, NOW);

        assertThat(breaker.allowed(4, NOW.minusSeconds(3600))).isEqualTo(1);
    }
}
