package org.foramen.notifier.console.signin.passkey;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.foramen.contract.digest.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsRepository;
import org.springframework.web.util.WebUtils;

/**
 * What a passkey must sign: random bytes and the moment at which they were made. They ride in a cookie with our mark, so that
 * nothing is kept for whoever only knocks, and any notifier can take the answer.
 */
final class Challenges implements PublicKeyCredentialRequestOptionsRepository {

    private static final String COOKIE = "foramen-challenge";
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int RANDOM_BYTES = 32;

    private final String relyingParty;
    private final byte[] key;
    private final SecureRandom random = new SecureRandom();

    /** @param secret that every notifier has, and nobody else */
    Challenges(String relyingParty, String secret) {
        this.relyingParty = relyingParty;
        this.key = ("passkey challenge " + secret).getBytes(StandardCharsets.UTF_8);
    }

    Bytes fresh() {
        byte[] nonce = new byte[RANDOM_BYTES];
        random.nextBytes(nonce);
        return new Bytes(ByteBuffer.allocate(RANDOM_BYTES + Long.BYTES)
                .put(nonce)
                .putLong(Instant.now().toEpochMilli())
                .array());
    }

    static Instant madeAt(Bytes challenge) {
        return Instant.ofEpochMilli(ByteBuffer.wrap(challenge.getBytes()).getLong(RANDOM_BYTES));
    }

    @Override
    public void save(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable PublicKeyCredentialRequestOptions options) {
        keep(options == null ? null : options.getChallenge(), request, response);
    }

    @Override
    public @Nullable PublicKeyCredentialRequestOptions load(HttpServletRequest request) {
        return kept(request)
                .map(challenge -> PublicKeyCredentialRequestOptions.builder()
                        .challenge(challenge)
                        .rpId(relyingParty)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .orElse(null);
    }

    /** @param challenge nothing: it was answered */
    void keep(@Nullable Bytes challenge, HttpServletRequest request, HttpServletResponse response) {
        String value = challenge == null ? "" : base64(challenge.getBytes()) + "." + base64(mark(challenge.getBytes()));
        String cookie = ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .maxAge(challenge == null ? Duration.ZERO : LONGEST)
                .build()
                .toString();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie);
    }

    /** What this browser was asked to have signed; empty when that is too long ago, or was not asked by us. */
    Optional<Bytes> kept(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        String[] parts = cookie == null ? new String[0] : cookie.getValue().split("\\.", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        try {
            byte[] challenge = Base64.getUrlDecoder().decode(parts[0]);
            boolean ours = MessageDigest.isEqual(
                    mark(challenge), Base64.getUrlDecoder().decode(parts[1]));
            return Optional.of(new Bytes(challenge))
                    .filter(made -> ours && Instant.now().isBefore(madeAt(made).plus(LONGEST)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no Base64
        }
    }

    private byte[] mark(byte[] challenge) {
        return Sha256.hmac(key, challenge);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
