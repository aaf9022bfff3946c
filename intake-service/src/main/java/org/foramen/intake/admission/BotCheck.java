package org.foramen.intake.admission;

import java.util.EnumSet;
import java.util.Set;
import org.foramen.intake.reception.InquiryRequest;
import org.foramen.intake.token.FormScope;
import org.foramen.intake.token.Proof;
import org.foramen.intake.token.ProofOfWork;
import org.foramen.intake.token.SubmissionProof;
import org.foramen.intake.token.SubmissionTokens;
import org.foramen.intake.token.TokenVerdict;
import org.springframework.stereotype.Component;

/** Looks at what came with an inquiry: the token, the proof of work, and the field that only robots fill in. */
@Component
public class BotCheck {

    private final SubmissionTokens tokens;
    private final ProofOfWork proofs;

    BotCheck(SubmissionTokens tokens, ProofOfWork proofs) {
        this.tokens = tokens;
        this.proofs = proofs;
    }

    /** For what must have a token. */
    public BotVerdict enter(InquiryRequest typed, FormScope scope, SubmissionProof slip) {
        Proof proof = proofs.check(slip.proof(), slip.token());
        TokenVerdict verdict = tokens.check(slip.token(), scope, proof == Proof.GIVEN);
        if (verdict instanceof TokenVerdict.TooSoon tooSoon) {
            return new BotVerdict.TooSoon(tooSoon.pause());
        }
        if (!(verdict instanceof TokenVerdict.Good)) {
            return new BotVerdict.NotShown(verdict instanceof TokenVerdict.TooLate);
        }
        return granted(suspicions(typed, slip, proof));
    }

    /** For what may come without a token. */
    public BotVerdict.Granted enter(InquiryRequest typed) {
        return granted(suspicions(typed, SubmissionProof.NONE, Proof.GIVEN));
    }

    private static Set<Suspicion> suspicions(InquiryRequest typed, SubmissionProof slip, Proof proof) {
        Set<Suspicion> suspicions = EnumSet.noneOf(Suspicion.class);
        if (!slip.trap().isBlank()) {
            suspicions.add(Suspicion.HIDDEN_FIELD);
        }
        if (proof == Proof.FALSE) {
            suspicions.add(Suspicion.NO_PROOF_OF_WORK);
        }
        if (Links.areMany(typed)) {
            suspicions.add(Suspicion.LINKS);
        }
        return suspicions;
    }

    private static BotVerdict.Granted granted(Set<Suspicion> suspicions) {
        return new BotVerdict.Granted(
                suspicions.stream().map(Suspicion::wireName).toList());
    }
}
