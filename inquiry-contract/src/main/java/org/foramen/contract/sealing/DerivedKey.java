package org.foramen.contract.sealing;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.impl.ConcatKDF;
import com.nimbusds.jose.crypto.impl.ECDH;
import com.nimbusds.jose.crypto.utils.ECChecks;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.security.interfaces.ECPublicKey;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/**
 * A key that an intake and the clinic agreed on (ECDH-ES on P-256, RFC 7518, 4.6), and the header from which the clinic
 * derives it. Agreeing is most of the work of sealing and of opening.
 *
 * @param header in base64url, as it travels and as it is authenticated
 * @param key for AES-256 in GCM
 * @param idle ciphers to be used again, for looking for one takes as long as using it; they know the key and go with it
 */
record DerivedKey(String header, SecretKey key, Queue<Cipher> idle) {

    /** Agrees on a new key with the holder of the private key. */
    static DerivedKey with(ECKey publicKey) throws JOSEException {
        requireCurve(publicKey);
        ECKey ephemeral = new ECKeyGenerator(Curve.P_256).generate();
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM)
                .keyID(publicKey.getKeyID())
                .contentType("json")
                .ephemeralPublicKey(ephemeral.toPublicJWK())
                .build();
        SecretKey secret = ECDH.deriveSharedSecret(publicKey.toECPublicKey(), ephemeral.toECPrivateKey(), null);
        return of(header, secret);
    }

    /**
     * The key that this header tells of.
     *
     * @throws JOSEException when it is not the header of an inquiry's seal
     */
    static DerivedKey from(JWEHeader header, ECKey privateKey) throws JOSEException {
        boolean isOurs = JWEAlgorithm.ECDH_ES.equals(header.getAlgorithm())
                && EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
                && header.getCompressionAlgorithm() == null
                && header.getCriticalParams() == null;
        if (!isOurs || !(header.getEphemeralPublicKey() instanceof ECKey ephemeral)) {
            throw new JOSEException("another kind of seal");
        }
        requireCurve(ephemeral);
        ECPublicKey point = ephemeral.toECPublicKey();
        if (!ECChecks.isPointOnCurve(point, Curve.P_256.toECParameterSpec())) {
            throw new JOSEException("the ephemeral key is not on the curve");
        }
        return of(header, ECDH.deriveSharedSecret(point, privateKey.toECPrivateKey(), null));
    }

    static void requireCurve(ECKey key) throws JOSEException {
        if (!Curve.P_256.equals(key.getCurve())) {
            throw new JOSEException("a key of another curve");
        }
    }

    private static DerivedKey of(JWEHeader header, SecretKey secret) throws JOSEException {
        SecretKey key = ECDH.deriveSharedKey(header, secret, new ConcatKDF("SHA-256"));
        return new DerivedKey(header.toBase64URL().toString(), key, new ConcurrentLinkedQueue<>());
    }

    @Override
    public String toString() {
        return "Agreement[not shown]";
    }
}
