package org.foramen.contract;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.impl.ECDH;
import com.nimbusds.jose.crypto.utils.ECChecks;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import java.security.interfaces.ECPublicKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.SecretKey;

/** Remembers the last key agreements, for inquiries that were sealed in the same second share one. */
final class SharedDecrypter extends ECDHDecrypter {

    private static final int REMEMBERED = 256;

    private final Map<JWK, SecretKey> agreements = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<JWK, SecretKey> eldest) {
            return size() > REMEMBERED;
        }
    });

    SharedDecrypter(ECKey privateKey) throws JOSEException {
        super(privateKey);
    }

    @Override
    public byte[] decrypt(
            JWEHeader header, Base64URL encryptedKey, Base64URL iv, Base64URL text, Base64URL authTag, byte[] aad)
            throws JOSEException {
        if (header.getCriticalParams() != null) {
            throw new JOSEException("a header that must be understood, and is not");
        }
        JWK ephemeral = header.getEphemeralPublicKey();
        SecretKey secret = agreements.get(ephemeral);
        if (secret == null) {
            secret = agree(ephemeral);
            agreements.put(ephemeral, secret);
        }
        return decryptWithZ(header, aad, secret, encryptedKey, iv, text, authTag);
    }

    private SecretKey agree(JWK ephemeral) throws JOSEException {
        if (!(ephemeral instanceof ECKey key) || !getCurve().equals(key.getCurve())) {
            throw new JOSEException("no ephemeral key, or one of another curve");
        }
        ECPublicKey point = key.toECPublicKey();
        if (!ECChecks.isPointOnCurve(point, getCurve().toECParameterSpec())) {
            throw new JOSEException("the ephemeral key is not on the curve");
        }
        return ECDH.deriveSharedSecret(point, getPrivateKey(), null);
    }
}
