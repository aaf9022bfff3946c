package org.foramen.contract.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.foramen.contract.InquiryReceived;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The event's JSON form. Readers ignore what they do not know, so that a newer intake may run beside an older notifier;
 * what a reader cannot do without must be there.
 */
public final class InquiryJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addHandler(new NewerValues())
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private InquiryJson() {}

    public static byte[] write(InquiryReceived event) {
        return MAPPER.writeValueAsBytes(event);
    }

    /** @throws UnreadableInquiry when this is not the JSON of an inquiry; the cause is left out, it may quote a person */
    public static InquiryReceived read(byte[] json) {
        try {
            InquiryReceived event = MAPPER.readValue(json, InquiryReceived.class);
            if (event == null) {
                throw new UnreadableInquiry(UnreadableInquiry.Reason.NOT_AN_INQUIRY);
            }
            return event;
        } catch (JacksonException e) {
            throw new UnreadableInquiry(UnreadableInquiry.Reason.NOT_AN_INQUIRY);
        }
    }
}
