package org.foramen.intake.publish;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.foramen.base.time.Wait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Whether what visitors send could be kept now. Whoever asks more often than once a second is told what was found last. */
@Component
class Keeping {

    private final Duration kept;
    private final Look spool;
    private final Look kafka;

    @Autowired
    Keeping(Spool spool, KafkaSender kafka) {
        this(spool, kafka, Duration.ofSeconds(1));
    }

    Keeping(Spool spool, KafkaSender kafka, Duration kept) {
        this.kept = kept;
        this.spool = new Look(spool::takesFiles);
        this.kafka = new Look(kafka::isThere);
    }

    /** Whether an outage of Kafka would be outlived. */
    boolean inSpool() {
        return spool.isWell();
    }

    /** Kafka is asked only when the spool takes nothing: while it does, nobody is turned away. */
    boolean anywhere() {
        return spool.isWell() || kafka.isWell();
    }

    private final class Look {

        private final BooleanSupplier asked;
        private Wait last = Wait.of(Duration.ZERO);
        private boolean well;

        Look(BooleanSupplier asked) {
            this.asked = asked;
        }

        synchronized boolean isWell() {
            if (last.isOver()) {
                well = asked.getAsBoolean();
                last = Wait.of(kept);
            }
            return well;
        }
    }
}
