package org.foramen.intake.admission;

import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foramen.contract.Suspicion;
import org.foramen.contract.digest.Sha256;
import org.foramen.intake.admission.AdmissionResult.NotShown;
import org.foramen.intake.admission.AdmissionResult.NotShown.Cause;
import org.foramen.intake.admission.AdmissionResult.TooSoon;
import org.foramen.intake.limits.ClientKeys;
import org.foramen.intake.token.FormScope;
import org.foramen.intake.token.ProofOfWork;
import org.foramen.intake.token.ProofVerdict;
import org.foramen.intake.token.SubmissionProof;
import org.foramen.intake.token.SubmissionTokens;
import org.foramen.intake.token.TokenVerdict;
import org.foramen.intake.validation.InquiryRequest;
import org.springframework.stereotype.Component;

/** Looks at what came with an inquiry: the token or key, the proof of work, and the field that only robots fill in. */
@Component
class BotCheck {

    private final SubmissionTokens tokens;
    private final ProofOfWork proofs;
    private final ClientKeys keys;

    BotCheck(SubmissionTokens tokens, ProofOfWork proofs, ClientKeys keys) {
        this.tokens = tokens;
        this.proofs = proofs;
        this.keys = keys;
    }

    BotVerdict check(InquiryRequest typed, Credentials.Form form) {
        return form.foreign()
                ? refused(Cause.FOREIGN_PAGE)
                : checkToken(typed, form.scope(), form.proof(), "form:", Optional.of(form.language()));
    }

    /** By a token, by a client's key, and outside production mode without either where no key is set. */
    BotVerdict check(InquiryRequest typed, Credentials.Program program) {
        if (program.proof() != null) {
            return checkToken(typed, FormScope.API, program.proof(), "token:", Optional.empty());
        }
        Optional<String> client = keys.find(program.authorization());
        if (client.isEmpty() && !keys.areNeedless()) {
            return refused(Cause.NO_TOKEN);
        }
        String name = Optional.ofNullable(program.idempotencyKey())
                .filter(sent -> !sent.isBlank())
                .orElseGet(() -> UUID.randomUUID().toString());
        String key = "client:" + client.orElse("") + '\n' + name;
        return passed(typed, SubmissionProof.NONE, ProofVerdict.GIVEN, key, Optional.empty(), Optional.empty());
    }

    private BotVerdict checkToken(
            InquiryRequest typed, FormScope scope, SubmissionProof sent, String prefix, Optional<String> shownIn) {
        ProofVerdict proof = proofs.check(sent.proof(), sent.token());
        TokenVerdict verdict = tokens.check(sent.token(), scope, proof == ProofVerdict.GIVEN);
        return switch (verdict.state()) {
            case GOOD -> passed(typed, sent, proof, prefix + sent.token(), shownIn, Optional.of(hashOf(sent.token())));
            case TOO_SOON -> new BotVerdict.Refused(new TooSoon(verdict.pause()));
            case TOO_LATE -> refused(Cause.EXPIRED_TOKEN);
            case FORGED -> refused(Cause.UNKNOWN_TOKEN);
        };
    }

    private static BotVerdict refused(Cause cause) {
        return new BotVerdict.Refused(new NotShown(cause));
    }

    private static BotVerdict passed(
            InquiryRequest typed,
            SubmissionProof sent,
            ProofVerdict proof,
            String key,
            Optional<String> shownIn,
            Optional<String> tokenHash) {
        Set<Suspicion> suspicions = EnumSet.noneOf(Suspicion.class);
        if (!sent.trap().isBlank()) {
            suspicions.add(Suspicion.HIDDEN_FIELD);
        }
        if (proof == ProofVerdict.FALSE) {
            suspicions.add(Suspicion.NO_PROOF_OF_WORK);
        }
        if (Links.areMany(typed)) {
            suspicions.add(Suspicion.LINKS);
        }
        return new BotVerdict.Passed(new SubmissionContext(
                key, shownIn, suspicions.stream().map(Suspicion::wireName).toList(), tokenHash));
    }

    /** A token is random, so nobody finds it by its hash; a key that a client chooses could be guessed. */
    private static String hashOf(String token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(token));
    }
}
