package org.foramen.contract.sealing;

import java.util.Map;
import org.foramen.contract.InquiryId;

/**
 * An inquiry as it travels and rests: only the notifier's private key opens it.
 *
 * @param id also the key of its Kafka record
 * @param headers the CloudEvents headers
 * @param value a JWE in its compact form, in ASCII
 */
public record SealedInquiry(InquiryId id, Map<String, String> headers, byte[] value) {

    @Override
    public String toString() {
        return "SealedInquiry[" + id.reference() + "]";
    }
}
