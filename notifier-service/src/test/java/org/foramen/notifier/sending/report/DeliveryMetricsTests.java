package org.foramen.notifier.sending.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.ledger.followup.Followup;
import org.foramen.notifier.message.ShortMail;
import org.foramen.notifier.sending.attempt.Attempt;
import org.foramen.notifier.sending.attempt.Attempted;
import org.foramen.notifier.sending.attempt.Ended;
import org.foramen.notifier.sending.attempt.Task;
import org.foramen.notifier.smtp.verdict.Reply;
import org.foramen.notifier.smtp.verdict.SmtpOutcome;
import org.junit.jupiter.api.Test;

class DeliveryMetricsTests {

    private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");
    private static final Reply QUOTA = new Reply(550, "5.4.5");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DeliveryMetrics metrics = new DeliveryMetrics(meters);

    /** MailServerRefusesUs in ops/prometheus/alerts.yml asks for this name. */
    @Test
    void aMailThatIsRefusedForWhatWeAreIsCountedByItselfAndHasNotEnded() {
        DeliveryKey key = new DeliveryKey(new InquiryId("K7F392QX0123456789ABCDEFGH"), Audience.PATIENT);
        Delivery delivery = Delivery.begun(key, "<1@x>", new Position(0, 0), NOW, NOW);
        SmtpOutcome quota = new SmtpOutcome.AgainstUs(QUOTA, "we have sent as many mails as the mail server allows");
        Attempted attempted = new Attempted(
                new Attempt(new Task.Due(delivery), delivery),
                new Attempted.Handed(quota, ShortMail.toAna(), false),
                NOW);

        metrics.ended(new Ended(attempted, new Followup.Again(State.DEFERRED, 0, QUOTA, NOW.plusSeconds(60))));

        assertThat(meters.get("foramen.mail.attempts")
                        .tags("audience", "patient", "outcome", "againstus")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.find("foramen.deliveries.ended").counter()).isNull();
    }
}
