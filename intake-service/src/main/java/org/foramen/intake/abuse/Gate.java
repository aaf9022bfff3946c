package org.foramen.intake.abuse;

import java.util.EnumSet;
import java.util.Set;
import org.foramen.intake.reception.InquiryRequest;
import org.springframework.stereotype.Component;

/** Looks at what came with an inquiry: the token, the proof of work, and the field that only robots fill in. */
@Component
public class Gate {

    private final SubmissionTokens tokens;
    private final ProofOfWork proofs;

    Gate(SubmissionTokens tokens, ProofOfWork proofs) {
        this.tokens = tokens;
        this.proofs = proofs;
    }

    /** For what must have a token. */
    public Entry enter(InquiryRequest typed, FormScope scope, Slip slip) {
        Proof proof = proofs.check(slip.proof(), slip.token());
        TokenVerdict verdict = tokens.check(slip.token(), scope, proof == Proof.GIVEN);
        if (verdict instanceof TokenVerdict.TooSoon tooSoon) {
            return new Entry.TooSoon(tooSoon.pause());
        }
        if (!(verdict instanceof TokenVerdict.Good)) {
            return new Entry.NotShown(verdict instanceof TokenVerdict.TooLate);
        }
        return granted(suspicions(typed, slip, proof));
    }

    /** For what may come without a token. */
    public Entry.Granted enter(InquiryRequest typed) {
        return granted(suspicions(typed, Slip.NONE, Proof.GIVEN));
    }

    private static Set<Suspicion> suspicions(InquiryRequest typed, Slip slip, Proof proof) {
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

    private static Entry.Granted granted(Set<Suspicion> suspicions) {
        return new Entry.Granted(suspicions.stream().map(Suspicion::wireName).toList());
    }
}
