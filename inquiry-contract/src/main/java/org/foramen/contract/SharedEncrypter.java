package org.foramen.contract;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWECryptoParts;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.impl.AAD;
import com.nimbusds.jose.crypto.impl.ECDH;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.LongSupplier;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Agrees on a key with the clinic once and seals with it for a second, each inquiry under a random nonce of its own
 * (AES-GCM allows 2^32 of them, NIST SP 800-38D 8.3). The agreement is most of the work of sealing.
 */
final class SharedEncrypter extends ECDHEncrypter {

    private static final long LASTS = Duration.ofSeconds(1).toNanos();

    private final LongSupplier nanoTime;
    private @Nullable Agreement last;

    SharedEncrypter(ECKey publicKey, LongSupplier nanoTime) throws JOSEException {
        super(publicKey);
        getJCAContext().setSecureRandom(new SecureRandom()); // else one is made for each inquiry
        this.nanoTime = nanoTime;
    }

    @Override
    public JWECryptoParts encrypt(JWEHeader header, byte[] text, byte[] aad) throws JOSEException {
        Agreement agreement = agreement(header);
        return encryptWithZ(agreement.header(), agreement.secret(), text, AAD.compute(agreement.header()));
    }

    private synchronized Agreement agreement(JWEHeader header) throws JOSEException {
        Agreement known = last;
        long now = nanoTime.getAsLong();
        if (known != null && now - known.made() < LASTS) {
            return known;
        }
        Agreement next = agree(header, now);
        last = next;
        return next;
    }

    private Agreement agree(JWEHeader header, long now) throws JOSEException {
        ECKey ephemeral = new ECKeyGenerator(Curve.P_256).generate();
        SecretKey secret = ECDH.deriveSharedSecret(getPublicKey(), ephemeral.toECPrivateKey(), null);
        JWEHeader told = new JWEHeader.Builder(header)
                .ephemeralPublicKey(ephemeral.toPublicJWK())
                .parsedBase64URL(null)
                .build();
        JWEHeader written = new JWEHeader.Builder(told)
                .parsedBase64URL(told.toBase64URL()) // once for all inquiries
                .build();
        return new Agreement(written, secret, now);
    }

    private record Agreement(JWEHeader header, SecretKey secret, long made) {}
}
