package org.foramen.contract.sealing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A text under AES-GCM as it travels: a JWE in its compact form (RFC 7516, 7.1) without an encrypted key, for the key was
 * agreed on. Each text has a random nonce of its own; a key is good for 2^32 of them (NIST SP 800-38D, 8.3).
 *
 * @param header that the key was agreed on with, in base64url
 * @param sealed the ciphertext, and the tag at its end
 */
record CompactJwe(String header, byte[] nonce, byte[] sealed) {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int PARTS = 5;

    static CompactJwe seal(byte[] text, DerivedKey agreement) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, agreement, nonce, agreement.header(), text);
        return new CompactJwe(agreement.header(), nonce, sealed);
    }

    /** @throws GeneralSecurityException when this is no such text */
    static CompactJwe read(byte[] compact) throws GeneralSecurityException {
        String[] parts = new String(compact, US_ASCII).split("\\.", -1);
        if (parts.length != PARTS || !parts[1].isEmpty()) {
            throw new GeneralSecurityException("not a text whose key was agreed on");
        }
        try {
            byte[] nonce = Base64.getUrlDecoder().decode(parts[2]);
            byte[] hidden = Base64.getUrlDecoder().decode(parts[3]);
            byte[] tag = Base64.getUrlDecoder().decode(parts[4]);
            if (nonce.length != NONCE_BYTES || tag.length != TAG_BYTES) {
                throw new GeneralSecurityException("a nonce or tag of another length");
            }
            byte[] sealed = ByteBuffer.allocate(hidden.length + tag.length)
                    .put(hidden)
                    .put(tag)
                    .array();
            return new CompactJwe(parts[0], nonce, sealed);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("not base64url", e);
        }
    }

    /** @throws GeneralSecurityException when it was sealed with another key, or changed since */
    byte[] open(DerivedKey agreement) throws GeneralSecurityException {
        return crypt(Cipher.DECRYPT_MODE, agreement, nonce, header, sealed);
    }

    byte[] compact() {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        int end = sealed.length - TAG_BYTES;
        return String.join(
                        ".",
                        header,
                        "",
                        base64.encodeToString(nonce),
                        base64.encodeToString(Arrays.copyOf(sealed, end)),
                        base64.encodeToString(Arrays.copyOfRange(sealed, end, sealed.length)))
                .getBytes(US_ASCII);
    }

    private static byte[] crypt(int mode, DerivedKey agreement, byte[] nonce, String header, byte[] text)
            throws GeneralSecurityException {
        Cipher idle = agreement.idle().poll();
        Cipher cipher = idle == null ? Cipher.getInstance("AES/GCM/NoPadding") : idle;
        cipher.init(mode, agreement.key(), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(header.getBytes(US_ASCII));
        byte[] result = cipher.doFinal(text);
        agreement.idle().add(cipher);
        return result;
    }

    @Override
    public String toString() {
        return "SealedText[not shown]";
    }
}
