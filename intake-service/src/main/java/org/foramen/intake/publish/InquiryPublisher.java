package org.foramen.intake.publish;

import io.opentelemetry.api.trace.SpanKind;
import java.io.IOException;
import org.foramen.base.Traces;
import org.foramen.contract.sealing.SealedInquiry;
import org.springframework.stereotype.Component;

/**
 * Makes an inquiry safe before the visitor is told so: Kafka first; if Kafka does not confirm in time, the spool. While
 * the spool holds anything Kafka is not waited for, so that an outage costs the first visitor a wait and nobody else.
 */
@Component
public class InquiryPublisher {

    private final KafkaSender kafka;
    private final Spool spool;
    private final Traces traces;

    InquiryPublisher(KafkaSender kafka, Spool spool, Traces traces) {
        this.kafka = kafka;
        this.spool = spool;
        this.traces = traces;
    }

    /** @throws InquiryNotAccepted when neither Kafka nor the spool took it */
    public void publish(SealedInquiry inquiry) {
        try (Traces.Step step = traces.begin("publish", SpanKind.PRODUCER)) {
            step.note("foramen.inquiry.id", inquiry.id().value());
            SealedInquiry marked = traces.mark(inquiry);
            if (spool.isEmpty() && kafka.confirms(marked)) {
                step.note("foramen.kept.in", "kafka");
                return;
            }
            spool.add(marked);
            step.note("foramen.kept.in", "spool");
        } catch (IOException e) {
            throw new InquiryNotAccepted("Kafka did not confirm in time and the spool cannot take more", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InquiryNotAccepted("this intake is stopping", e);
        }
    }
}
