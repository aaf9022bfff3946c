package org.foramen.intake.publish;

/** An inquiry could be kept nowhere: Kafka did not confirm it and the spool cannot take it. The visitor must be told. */
public final class InquiryNotAccepted extends RuntimeException {

    InquiryNotAccepted(String reason, Throwable cause) {
        super(reason, cause);
    }
}
