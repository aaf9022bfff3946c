package org.foramen.intake.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.foramen.intake.token.FormScope;
import org.foramen.intake.token.ProofOfWork;
import org.foramen.intake.token.SubmissionTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tokens for other people's forms, each good for one inquiry. */
@RestController
class TokenApi {

    private final SubmissionTokens tokens;
    private final ProofOfWork proofs;

    TokenApi(SubmissionTokens tokens, ProofOfWork proofs) {
        this.tokens = tokens;
        this.proofs = proofs;
    }

    @GetMapping("/api/submission-token")
    TokenResponse token() {
        String token = tokens.issue(FormScope.API);
        return new TokenResponse(
                token,
                tokens.minTime(true).toSeconds(),
                tokens.minTime(false).toSeconds(),
                tokens.maxTime().toSeconds(),
                proofs.challenge(token));
    }

    /**
     * A token and when it is good, in seconds from now.
     *
     * @param notBefore with a proof of work
     * @param notBeforeWithoutProof without one
     * @param challenge ALTCHA's, for the proof; not there when none is asked for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TokenResponse(
            String token,
            long notBefore,
            long notBeforeWithoutProof,
            long expires,
            ProofOfWork.@Nullable Challenge challenge) {}
}
