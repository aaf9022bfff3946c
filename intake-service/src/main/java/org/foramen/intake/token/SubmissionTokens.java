package org.foramen.intake.token;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.foramen.contract.digest.Sha256;
import org.foramen.intake.settings.AbuseSettings;
import org.foramen.intake.token.TokenVerdict.State;
import org.springframework.stereotype.Component;

/**
 * Signed slips that a form is shown with and must come back with. One is the proof that the form was shown and when, the
 * key that makes sending it twice sending it once, and, as no other site can read it, the guard against forged posts.
 */
@Component
public class SubmissionTokens {

    private static final int WITHOUT_PROOF = 3;

    /** A form from further in the future than clocks differ was shown before ours was set back: nobody knows for how long it was open. */
    private static final Duration SET_BACK = Duration.ofMinutes(-1);

    private static final int NONCE = 12;
    private static final int SIGNED = Long.BYTES + NONCE;
    private static final int WHOLE = SIGNED + 16;
    private static final int CHARACTERS = WHOLE / 3 * 4;

    private final byte[] key;
    private final Duration minTime;
    private final Duration maxTime;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SubmissionTokens(TokenKey key, AbuseSettings settings, Clock clock) {
        this.key = key.keyFor("submission-token");
        this.minTime = settings.minTime();
        this.maxTime = settings.maxTime();
        this.clock = clock;
    }

    /** A token for a form that is shown now: 48 characters of base64url. */
    public String issue(FormScope scope) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        ByteBuffer token = ByteBuffer.allocate(WHOLE).putLong(clock.millis()).put(nonce);
        byte[] signed = Sha256.hmac(key, Arrays.copyOf(token.array(), SIGNED), scope.bytes());
        token.put(signed, 0, WHOLE - SIGNED);
        return Base64.getUrlEncoder().encodeToString(token.array());
    }

    /** How long a form must have been open. */
    public Duration minTime(boolean proven) {
        return proven ? minTime : minTime.multipliedBy(WITHOUT_PROOF);
    }

    public Duration maxTime() {
        return maxTime;
    }

    /** @param proven whether a proof of work came with it */
    public TokenVerdict check(String token, FormScope scope, boolean proven) {
        byte[] bytes = decode(token);
        if (bytes.length != WHOLE || !(isSigned(bytes, scope) || isSigned(bytes, scope.withAnyProcedure()))) {
            return TokenVerdict.of(State.FORGED);
        }
        Duration age = Duration.ofMillis(clock.millis() - ByteBuffer.wrap(bytes).getLong());
        if (age.compareTo(SET_BACK) < 0) {
            return TokenVerdict.of(State.GOOD);
        }
        Duration wait = minTime(proven).minus(age);
        if (!wait.isNegative() && !wait.isZero()) {
            return new TokenVerdict(State.TOO_SOON, wait);
        }
        return TokenVerdict.of(age.compareTo(maxTime) > 0 ? State.TOO_LATE : State.GOOD);
    }

    private boolean isSigned(byte[] token, FormScope scope) {
        byte[] expected = Sha256.hmac(key, Arrays.copyOf(token, SIGNED), scope.bytes());
        return MessageDigest.isEqual(Arrays.copyOf(expected, WHOLE - SIGNED), Arrays.copyOfRange(token, SIGNED, WHOLE));
    }

    private static byte[] decode(String token) {
        try {
            return token.length() == CHARACTERS ? Base64.getUrlDecoder().decode(token) : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
