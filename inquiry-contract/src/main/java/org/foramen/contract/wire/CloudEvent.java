package org.foramen.contract.wire;

import java.time.Instant;
import java.util.Map;
import org.foramen.contract.InquiryReceived;

/**
 * The headers of a Kafka record, an inquiry's or an outcome's: CloudEvents 1.0 in Kafka's binary mode. They carry nothing
 * personal.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">binding</a>
 */
public final class CloudEvent {

    private static final String TYPE = "org.foramen.inquiry.received.v1";
    private static final String SOURCE = "/foramen/intake";
    private static final String CONTENT_TYPE = "application/jose";

    private CloudEvent() {}

    public static Map<String, String> headersOf(InquiryReceived event) {
        return headers(TYPE, SOURCE, event.id().value(), event.receivedAt(), CONTENT_TYPE);
    }

    /**
     * @param kind what became of an inquiry, such as {@code mailed}
     * @param id the same however often it is told
     */
    public static Map<String, String> headersOfOutcome(String kind, String id, Instant time) {
        return headers(typeOfOutcome(kind), "/foramen/notifier", id, time, "application/json");
    }

    /** Such as {@code org.foramen.inquiry.mailed.v1}. */
    public static String typeOfOutcome(String kind) {
        return "org.foramen.inquiry." + kind + ".v1";
    }

    private static Map<String, String> headers(
            String type, String source, String id, Instant time, String contentType) {
        return Map.of(
                "ce_specversion",
                "1.0",
                "ce_type",
                type,
                "ce_source",
                source,
                "ce_id",
                id,
                "ce_time",
                time.toString(),
                "content-type",
                contentType);
    }

    public static boolean isInquiry(Map<String, String> headers) {
        return TYPE.equals(headers.get("ce_type")) && CONTENT_TYPE.equals(headers.get("content-type"));
    }
}
