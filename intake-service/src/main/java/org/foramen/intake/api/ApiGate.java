package org.foramen.intake.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.foramen.intake.admission.BotCheck;
import org.foramen.intake.admission.BotVerdict;
import org.foramen.intake.limits.ClientKeys;
import org.foramen.intake.reception.InquiryRequest;
import org.foramen.intake.token.FormScope;
import org.foramen.intake.token.SubmissionProof;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Lets programs in: by a client's key, by a token, and outside production mode without either where none is set. */
@Component
class ApiGate {

    private final BotCheck gate;
    private final ClientKeys keys;

    ApiGate(BotCheck gate, ClientKeys keys) {
        this.gate = gate;
        this.keys = keys;
    }

    /** @throws NotAdmitted when it has neither key nor token, or a token that is no good */
    Pass enter(InquiryRequest typed, HttpServletRequest request) {
        String token = request.getHeader("Submission-Token");
        if (token == null) {
            if (keys.areNeedless() || keys.hold(request.getHeader(HttpHeaders.AUTHORIZATION))) {
                return new Pass(Optional.empty(), gate.enter(typed).suspicions());
            }
            throw new NotAdmitted("token.missing", Duration.ZERO);
        }
        SubmissionProof slip = new SubmissionProof(token, text(request.getHeader("Submission-Proof")), "");
        BotVerdict entry = gate.enter(typed, FormScope.API, slip);
        if (entry instanceof BotVerdict.Granted granted) {
            return new Pass(Optional.of("token:" + token), granted.suspicions());
        }
        if (entry instanceof BotVerdict.TooSoon soon) {
            throw new NotAdmitted("token.too-soon", soon.pause());
        }
        throw new NotAdmitted("token.unknown", Duration.ZERO);
    }

    private static String text(@Nullable String header) {
        return Objects.requireNonNullElse(header, "");
    }

    /** @param key of the inquiry where a token gives it; a token is good for one */
    record Pass(Optional<String> key, List<String> suspicions) {}
}
