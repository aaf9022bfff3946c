package org.foramen.contract;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEDecrypter;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.foramen.contract.UnreadableInquiry.Reason;
import org.jspecify.annotations.Nullable;

/** Opens sealed inquiries with the clinic's private keys, old ones included. Safe for use by many threads. */
public final class InquiryOpener {

    private final Map<String, JWEDecrypter> decrypters = new TreeMap<>();

    InquiryOpener(List<ECKey> privateKeys) throws JOSEException {
        for (ECKey key : privateKeys) {
            decrypters.put(key.getKeyID(), new ECDHDecrypter(key));
        }
    }

    /**
     * Opens what came as a Kafka record.
     *
     * @param key the record's key; must name the same inquiry as the sealed event
     * @throws UnreadableInquiry with the reason, and without a word of the content
     */
    public InquiryReceived open(@Nullable String key, Map<String, String> headers, byte @Nullable [] value) {
        if (value == null || value.length == 0) {
            throw new UnreadableInquiry(Reason.EMPTY);
        }
        if (!CloudEvent.isInquiry(headers)) {
            throw new UnreadableInquiry(Reason.NOT_OUR_EVENT);
        }
        InquiryReceived event = InquiryJson.read(decrypt(value));
        if (!event.id().value().equals(key)) {
            throw new UnreadableInquiry(Reason.NOT_OUR_EVENT);
        }
        return event;
    }

    private byte[] decrypt(byte[] value) {
        try {
            JWEObject sealed = JWEObject.parse(new String(value, StandardCharsets.US_ASCII));
            String keyId = sealed.getHeader().getKeyID();
            JWEDecrypter decrypter = keyId == null ? null : decrypters.get(keyId);
            if (decrypter == null) {
                throw new UnreadableInquiry(Reason.UNKNOWN_KEY);
            }
            sealed.decrypt(decrypter);
            return sealed.getPayload().toBytes();
        } catch (ParseException | JOSEException e) {
            throw new UnreadableInquiry(Reason.SEAL_BROKEN);
        }
    }
}
