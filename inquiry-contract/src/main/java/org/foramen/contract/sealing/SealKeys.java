package org.foramen.contract.sealing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.text.ParseException;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The files that hold the clinic's keys, each a JWK set (RFC 7517). The first key of the public file seals; every key of
 * the private file opens, so a new key is put first and the old one stays until the last inquiry sealed with it is gone.
 */
public final class SealKeys {

    /** The name of the file with the public keys, which the intake reads. */
    public static final String PUBLIC_FILE = "seal-public.json";

    /** The name of the file with the private keys, which only the notifier reads. */
    public static final String PRIVATE_FILE = "seal-private.json";

    private SealKeys() {}

    /** @throws UnusableKeys with a sentence that names the file, when it holds no usable key */
    public static InquirySealer sealer(Path publicFile) {
        return sealer(publicFile, System::nanoTime);
    }

    /** @param nanoTime the clock by which the sealer changes its own key, as {@link System#nanoTime()} gives it */
    public static InquirySealer sealer(Path publicFile, LongSupplier nanoTime) {
        try {
            return new InquirySealer(read(publicFile).get(0).toPublicJWK(), nanoTime);
        } catch (JOSEException e) {
            throw unusable(publicFile, e);
        }
    }

    /** @throws UnusableKeys with a sentence that names the file, when it holds no usable key */
    public static InquiryOpener opener(Path privateFile) {
        List<ECKey> keys = read(privateFile);
        if (!keys.stream().allMatch(ECKey::isPrivate)) {
            throw new UnusableKeys(privateFile + " holds a public key; the notifier needs the private one");
        }
        if (!keys.stream().allMatch(SealKeys::isWhole)) {
            throw new UnusableKeys(privateFile + " is damaged: the halves of a key in it do not belong together");
        }
        try {
            return new InquiryOpener(keys);
        } catch (JOSEException e) {
            throw unusable(privateFile, e);
        }
    }

    /** Tells a key that a failing disk changed, which would find out with the first inquiry: what it signs it must verify. */
    private static boolean isWhole(ECKey key) {
        try {
            byte[] anything = {1};
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.toECPrivateKey());
            signature.update(anything);
            byte[] signed = signature.sign();
            signature.initVerify(key.toECPublicKey());
            signature.update(anything);
            return signature.verify(signed);
        } catch (JOSEException | GeneralSecurityException e) {
            return false;
        }
    }

    private static List<ECKey> read(Path file) {
        try {
            List<ECKey> keys = JWKSet.load(file.toFile()).getKeys().stream()
                    .map(key -> key.toECKey())
                    .toList();
            if (keys.isEmpty()) {
                throw new UnusableKeys(file + " holds no key");
            }
            if (keys.stream().anyMatch(key -> key.getKeyID() == null)) {
                throw new UnusableKeys(file + " holds a key without a name (kid)");
            }
            return keys;
        } catch (IOException | ParseException | ClassCastException e) {
            throw unusable(file, e);
        }
    }

    private static UnusableKeys unusable(Path file, Exception cause) {
        UnusableKeys unusable = new UnusableKeys(file + " is not a JWK set of P-256 keys that can be read");
        unusable.initCause(cause);
        return unusable;
    }
}
