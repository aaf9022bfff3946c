package org.foramen.intake.publish;

import java.time.Duration;
import org.foramen.base.time.KeptAnswer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Whether what visitors send could be kept now. Whoever asks more often than once a second is told what was found last. */
@Component
class Keeping {

    private final KeptAnswer spool;
    private final KeptAnswer kafka;

    @Autowired
    Keeping(Spool spool, KafkaSender kafka) {
        this(spool, kafka, Duration.ofSeconds(1));
    }

    Keeping(Spool spool, KafkaSender kafka, Duration kept) {
        this.spool = new KeptAnswer(spool::takesFiles, kept);
        this.kafka = new KeptAnswer(kafka::isThere, kept);
    }

    /** Whether an outage of Kafka would be outlived. */
    boolean inSpool() {
        return spool.isYes();
    }

    /** Kafka is asked only when the spool takes nothing: while it does, nobody is turned away. */
    boolean anywhere() {
        return spool.isYes() || kafka.isYes();
    }
}
