package org.foramen.contract.sealing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.wire.CloudEvent;
import org.foramen.contract.wire.InquiryJson;
import org.jspecify.annotations.Nullable;

/**
 * Seals inquiries with the clinic's public key: JWE (RFC 7516), ECDH-ES on P-256, A256GCM. It agrees on a key at most once
 * a second. Safe for use by many threads.
 */
public final class InquirySealer {

    private static final long LASTS = Duration.ofSeconds(1).toNanos();

    private final ECKey publicKey;
    private final LongSupplier nanoTime;
    private @Nullable DerivedKey last;
    private long agreedAt;

    /** @param nanoTime a clock that only goes forward */
    InquirySealer(ECKey publicKey, LongSupplier nanoTime) throws JOSEException {
        DerivedKey.requireCurve(publicKey);
        this.publicKey = publicKey;
        this.nanoTime = nanoTime;
    }

    public SealedInquiry seal(InquiryReceived event) {
        try {
            byte[] value =
                    CompactJwe.seal(InquiryJson.write(event), agreement()).compact();
            return new SealedInquiry(event.id(), CloudEvent.headersOf(event), value);
        } catch (JOSEException | GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime cannot seal an inquiry", e);
        }
    }

    private synchronized DerivedKey agreement() throws JOSEException {
        DerivedKey known = last;
        long now = nanoTime.getAsLong();
        if (known != null && now - agreedAt < LASTS) {
            return known;
        }
        DerivedKey next = DerivedKey.with(publicKey);
        last = next;
        agreedAt = now;
        return next;
    }
}
