package org.foramen.intake.publish;

import io.opentelemetry.api.trace.SpanKind;
import java.io.IOException;
import org.foramen.base.Traces;
import org.foramen.contract.sealing.SealedInquiry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes an inquiry safe before the visitor is told so: Kafka first; if Kafka does not confirm in time, the spool. While
 * the spool holds anything Kafka is not waited for, so that an outage costs the first visitor a wait and nobody else, unless the
 * spool takes nothing.
 */
@Component
public class InquiryPublisher {

    private static final Logger log = LoggerFactory.getLogger(InquiryPublisher.class);

    private final KafkaSender kafka;
    private final Spool spool;
    private final SpoolRelay relay;
    private final Traces traces;

    InquiryPublisher(KafkaSender kafka, Spool spool, SpoolRelay relay, Traces traces) {
        this.kafka = kafka;
        this.spool = spool;
        this.relay = relay;
        this.traces = traces;
    }

    /** True when Kafka or the spool has it; false when it could be kept nowhere, and the visitor must be told. */
    public boolean publish(SealedInquiry inquiry) {
        try (Traces.Step step = traces.begin("publish", SpanKind.PRODUCER)) {
            step.note("foramen.inquiry.id", inquiry.id().value());
            SealedInquiry marked = traces.mark(inquiry);
            boolean kept = spool.isEmpty()
                    ? keepInKafka(marked, step) || keepInSpool(marked, step)
                    : keepInSpool(marked, step) || keepInKafka(marked, step);
            if (!kept) {
                log.error("An inquiry was not accepted: Kafka did not confirm in time and the spool cannot take it");
            }
            return kept;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            log.error("An inquiry was not accepted: this intake is stopping");
            return false;
        }
    }

    private boolean keepInKafka(SealedInquiry inquiry, Traces.Step step) throws InterruptedException {
        boolean kept = kafka.confirms(inquiry);
        if (kept) {
            step.note("foramen.kept.in", "kafka");
        }
        return kept;
    }

    private boolean keepInSpool(SealedInquiry inquiry, Traces.Step step) {
        try {
            spool.add(inquiry);
            relay.ask();
            step.note("foramen.kept.in", "spool");
            return true;
        } catch (IOException e) {
            log.warn("The spool cannot take inquiry {}: {}", inquiry.id(), e.toString());
            return false;
        }
    }
}
