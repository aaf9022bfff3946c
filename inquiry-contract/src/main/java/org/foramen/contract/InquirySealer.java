package org.foramen.contract;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;

/** Seals inquiries with the clinic's public key: JWE (RFC 7516), ECDH-ES on P-256, A256GCM. Safe for use by many threads. */
public final class InquirySealer {

    private final JWEHeader header;
    private final SharedEncrypter encrypter;

    /** @param nanoTime a clock that only goes forward */
    InquirySealer(ECKey publicKey, LongSupplier nanoTime) throws JOSEException {
        JWEHeader told = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM)
                .keyID(publicKey.getKeyID())
                .contentType("json")
                .build();
        this.header = new JWEHeader.Builder(told)
                .parsedBase64URL(told.toBase64URL()) // else it is written anew for each inquiry
                .build();
        this.encrypter = new SharedEncrypter(publicKey, nanoTime);
    }

    public SealedInquiry seal(InquiryReceived event) {
        JWEObject sealed = new JWEObject(header, new Payload(InquiryJson.write(event)));
        try {
            sealed.encrypt(encrypter);
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java runtime cannot seal an inquiry", e);
        }
        byte[] value = sealed.serialize().getBytes(StandardCharsets.US_ASCII);
        return new SealedInquiry(event.id(), CloudEvent.headersOf(event), value);
    }
}
