package org.foramen.intake.token;

import java.util.Base64;
import java.util.HexFormat;
import org.altcha.altcha.Altcha;
import org.foramen.intake.settings.AbuseSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sums that browsers do while people type, in ALTCHA's protocol (altcha.org, version 1): find the number below a limit
 * whose SHA-256 with a salt is the named one. The salt is the form's token, so that one sum is good for one form.
 */
@Component
public class ProofOfWork {

    private static final int LONGEST = 1000;
    private static final String ALGORITHM = "SHA-256";

    private final String key;
    private final long most;
    private final JsonMapper json;

    ProofOfWork(TokenKey key, AbuseSettings settings, JsonMapper json) {
        this.key = HexFormat.of().formatHex(key.keyFor("proof-of-work"));
        this.most = settings.proofOfWork();
        this.json = json;
    }

    /** The sum that goes with a token; null when none is asked for. */
    public @Nullable Challenge challenge(String token) {
        if (most <= 0) {
            return null;
        }
        Altcha.ChallengeOptions options = new Altcha.ChallengeOptions()
                .setHmacKey(key)
                .setSalt(token)
                .setMaxNumber(most)
                .setSecureRandomNumber(true);
        try {
            Altcha.Challenge made = Altcha.createChallenge(options);
            return new Challenge(made.algorithm, made.challenge, made.maxnumber, made.salt, made.signature);
        } catch (Exception e) { // as the library declares it
            throw new IllegalStateException("Every Java runtime has SHA-256 and HMAC-SHA256", e);
        }
    }

    /** @param solution base64 of the challenge's JSON with the number in it; empty when nobody tried */
    public ProofVerdict check(String solution, String token) {
        if (most <= 0) {
            return ProofVerdict.GIVEN;
        }
        if (solution.isEmpty()) {
            return ProofVerdict.ABSENT;
        }
        return solution.length() <= LONGEST && isSolved(solution, token) ? ProofVerdict.GIVEN : ProofVerdict.FALSE;
    }

    private boolean isSolved(String solution, String token) {
        try {
            @Nullable Solution given = json.readValue(Base64.getDecoder().decode(solution), Solution.class);
            if (given == null
                    || !ALGORITHM.equals(given.algorithm())
                    || given.salt() == null
                    || !isSaltOf(token, given.salt())) {
                return false;
            }
            Altcha.Payload payload = new Altcha.Payload();
            payload.algorithm = ALGORITHM;
            payload.challenge = given.challenge();
            payload.number = given.number();
            payload.salt = given.salt();
            payload.signature = given.signature();
            return Altcha.verifySolution(payload, key, false);
        } catch (IllegalArgumentException | JacksonException e) {
            return false;
        } catch (Exception e) { // as the library declares it
            throw new IllegalStateException("Every Java runtime has SHA-256 and HMAC-SHA256", e);
        }
    }

    /** The library ends a salt with an ampersand, so that no digit of the number can be taken for one of the salt. */
    private static boolean isSaltOf(String token, String salt) {
        return salt.equals(token + "&");
    }

    /** What ALTCHA's clients are given. */
    public record Challenge(String algorithm, String challenge, long maxnumber, String salt, String signature) {}

    /** What ALTCHA's clients send back. */
    record Solution(
            @Nullable String algorithm,
            @Nullable String challenge,
            @Nullable Long number,
            @Nullable String salt,
            @Nullable String signature) {}
}
