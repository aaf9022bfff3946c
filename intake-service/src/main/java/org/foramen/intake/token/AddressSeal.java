package org.foramen.intake.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.foramen.contract.digest.Sha256;
import org.springframework.stereotype.Component;

/**
 * Encrypts what a page's address must say and nobody may read in histories and logs. The same text is sealed alike each time,
 * at every intake with the same secret; short ones are of one length.
 */
@Component
public final class AddressSeal {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int PADDED_TO = 64;

    private final SecretKeySpec key;
    private final byte[] nonceKey;

    AddressSeal(TokenKey secret) {
        this.key = new SecretKeySpec(secret.keyFor("address"), "AES");
        this.nonceKey = secret.keyFor("address-nonce");
    }

    /** @param place what the text belongs to: elsewhere it does not open */
    public String seal(String text, String place) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(bytes, (bytes.length / PADDED_TO + 1) * PADDED_TO);
        byte[] nonce = Arrays.copyOf(Sha256.hmac(nonceKey, padded, bytes(place)), NONCE);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place, padded);
        byte[] whole = ByteBuffer.allocate(NONCE + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** Empty when it was not sealed here for this place. */
    public Optional<String> open(String sealed, String place) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(sealed);
            if (whole.length <= NONCE) {
                return Optional.empty();
            }
            byte[] nonce = Arrays.copyOf(whole, NONCE);
            byte[] padded = cipher(Cipher.DECRYPT_MODE, nonce, place, Arrays.copyOfRange(whole, NONCE, whole.length));
            return Optional.of(new String(padded, StandardCharsets.UTF_8).replace("\0", ""));
        } catch (IllegalArgumentException e) { // no base 64, or not ours
            return Optional.empty();
        }
    }

    private byte[] cipher(int mode, byte[] nonce, String place, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bytes(place));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not sealed here", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
