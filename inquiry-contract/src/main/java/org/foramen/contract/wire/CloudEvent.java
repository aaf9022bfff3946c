package org.foramen.contract.wire;

import java.util.Map;
import org.foramen.contract.InquiryReceived;

/**
 * The headers of an inquiry's Kafka record: CloudEvents 1.0 in Kafka's binary mode. They carry nothing personal.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">binding</a>
 */
public final class CloudEvent {

    private static final String TYPE = "org.foramen.inquiry.received.v1";
    private static final String SOURCE = "/foramen/intake";
    private static final String CONTENT_TYPE = "application/jose";

    private CloudEvent() {}

    public static Map<String, String> headersOf(InquiryReceived event) {
        return Map.of(
                "ce_specversion",
                "1.0",
                "ce_type",
                TYPE,
                "ce_source",
                SOURCE,
                "ce_id",
                event.id().value(),
                "ce_time",
                event.receivedAt().toString(),
                "content-type",
                CONTENT_TYPE);
    }

    public static boolean isInquiry(Map<String, String> headers) {
        return TYPE.equals(headers.get("ce_type")) && CONTENT_TYPE.equals(headers.get("content-type"));
    }
}
