package org.foramen.intake.publish;

import java.io.IOException;
import org.foramen.contract.SealedInquiry;
import org.springframework.stereotype.Component;

/**
 * Makes an inquiry safe before the visitor is told so: Kafka first; if Kafka does not confirm in time, the spool. While
 * the spool holds anything Kafka is not waited for, so that an outage costs the first visitor a wait and nobody else.
 */
@Component
public class InquiryPublisher {

    private final KafkaOutlet kafka;
    private final Spool spool;

    InquiryPublisher(KafkaOutlet kafka, Spool spool) {
        this.kafka = kafka;
        this.spool = spool;
    }

    /** @throws InquiryNotAccepted when neither Kafka nor the spool took it */
    public void publish(SealedInquiry inquiry) {
        try {
            if (spool.isEmpty() && kafka.confirms(inquiry)) {
                return;
            }
            spool.add(inquiry);
        } catch (IOException e) {
            throw new InquiryNotAccepted("Kafka did not confirm in time and the spool cannot take more", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InquiryNotAccepted("this intake is stopping", e);
        }
    }
}
