package org.foramen.contract.sealing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.digest.Sha256;
import org.foramen.contract.wire.CloudEvent;
import org.foramen.contract.wire.InquiryJson;
import org.foramen.contract.wire.UnreadableInquiry;
import org.foramen.contract.wire.UnreadableInquiry.Reason;
import org.jspecify.annotations.Nullable;

/** Opens sealed inquiries with the clinic's private keys, old ones included. Safe for use by many threads. */
public final class InquiryOpener {

    /** Inquiries that were sealed in the same second share an agreement. */
    private static final int AGREEMENTS_REMEMBERED = 256;

    private final Map<String, ECKey> privateKeys = new TreeMap<>();
    private final List<byte[]> fingerprintKeys;
    private final Map<String, DerivedKey> agreements = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DerivedKey> eldest) {
            return size() > AGREEMENTS_REMEMBERED;
        }
    });

    InquiryOpener(List<ECKey> privateKeys) throws JOSEException {
        this.fingerprintKeys =
                privateKeys.stream().map(key -> key.getD().decode()).toList();
        for (ECKey key : privateKeys) {
            DerivedKey.requireCurve(key);
            this.privateKeys.put(key.getKeyID(), key);
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

    /**
     * A text's HMAC under a key that only the holder of the private keys has: it tells whether two texts are the same, and
     * not what they are. A new key makes new fingerprints: what was made before it is found by all {@link #fingerprints}.
     *
     * @param purpose keeps the fingerprints of one use from being compared with those of another
     * @return 43 characters of base64url
     */
    public String fingerprint(String purpose, String text) {
        return fingerprint(fingerprintKeys.get(0), purpose, text);
    }

    /** A text's fingerprints under each key that is still kept: today's, and those that were made before a change of the key. */
    public List<String> fingerprints(String purpose, String text) {
        return fingerprintKeys.stream()
                .map(key -> fingerprint(key, purpose, text))
                .toList();
    }

    private static String fingerprint(byte[] key, String purpose, String text) {
        byte[] digest = Sha256.hmac(key, purpose + '\0' + text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    private byte[] decrypt(byte[] value) {
        try {
            CompactJwe sealed = CompactJwe.read(value);
            DerivedKey agreement = agreements.get(sealed.header());
            if (agreement == null) {
                agreement = agreement(sealed.header());
                agreements.put(sealed.header(), agreement);
            }
            return sealed.open(agreement);
        } catch (JOSEException | GeneralSecurityException e) {
            throw new UnreadableInquiry(Reason.SEAL_BROKEN);
        }
    }

    private DerivedKey agreement(String header) throws JOSEException {
        JWEHeader read = parsed(header);
        ECKey key = read.getKeyID() == null ? null : privateKeys.get(read.getKeyID());
        if (key == null) {
            throw new UnreadableInquiry(Reason.UNKNOWN_KEY);
        }
        return DerivedKey.from(read, key);
    }

    private static JWEHeader parsed(String header) throws JOSEException {
        try {
            return JWEHeader.parse(Base64URL.from(header));
        } catch (ParseException | RuntimeException e) { // it throws both at a header that is none
            throw new JOSEException("not the header of a seal", e);
        }
    }
}
