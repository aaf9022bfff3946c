package org.foramen.intake.admission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Optional;
import org.foramen.intake.admission.AdmissionResult.Busy;
import org.foramen.intake.admission.AdmissionResult.Invalid;
import org.foramen.intake.admission.AdmissionResult.KeyReused;
import org.foramen.intake.admission.AdmissionResult.NotKept;
import org.foramen.intake.admission.AdmissionResult.NotShown;
import org.foramen.intake.admission.AdmissionResult.Taken;
import org.foramen.intake.admission.AdmissionResult.TooSoon;
import org.springframework.stereotype.Component;

/** Counts what was not let in, and why. A field that breaks its rule is a mistake of an honest sender and not counted. */
@Component
public class RejectionMetrics {

    private final MeterRegistry metrics;

    RejectionMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void count(AdmissionResult result) {
        result.fold(new Reasons()).ifPresent(this::count);
    }

    /** @param reason such as {@code too-soon} or {@code busy} */
    public void count(String reason) {
        Counter.builder("foramen.abuse.rejected")
                .description("Forms and API calls that were rejected, by reason")
                .tag("reason", reason)
                .register(metrics)
                .increment();
    }

    private static final class Reasons implements AdmissionResult.Cases<Optional<String>> {

        @Override
        public Optional<String> on(Taken taken) {
            return Optional.empty();
        }

        @Override
        public Optional<String> on(Invalid invalid) {
            return Optional.empty();
        }

        @Override
        public Optional<String> on(TooSoon soon) {
            return Optional.of("too-soon");
        }

        @Override
        public Optional<String> on(NotShown missing) {
            return Optional.of(missing.cause().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }

        @Override
        public Optional<String> on(Busy busy) {
            return Optional.of("busy");
        }

        @Override
        public Optional<String> on(KeyReused reused) {
            return Optional.of("key-reused");
        }

        @Override
        public Optional<String> on(NotKept refused) {
            return Optional.of("not-kept");
        }
    }
}
