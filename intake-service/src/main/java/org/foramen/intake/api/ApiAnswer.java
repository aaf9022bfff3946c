package org.foramen.intake.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.foramen.content.ClinicContent;
import org.foramen.content.wording.Wording;
import org.foramen.contract.Level;
import org.foramen.intake.admission.AdmissionResult;
import org.foramen.intake.admission.AdmissionResult.Busy;
import org.foramen.intake.admission.AdmissionResult.Invalid;
import org.foramen.intake.admission.AdmissionResult.KeyReused;
import org.foramen.intake.admission.AdmissionResult.NotKept;
import org.foramen.intake.admission.AdmissionResult.NotShown;
import org.foramen.intake.admission.AdmissionResult.Taken;
import org.foramen.intake.admission.AdmissionResult.TooSoon;
import org.foramen.intake.admission.Receipt;
import org.foramen.intake.limits.RetryAfter;
import org.foramen.intake.receipt.ReceiptNote;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** What a program is answered: a receipt, or a problem (RFC 9457) in the language that it asked for. */
record ApiAnswer(ClinicContent content, Locale locale) implements AdmissionResult.Cases<ResponseEntity<?>> {

    /** What the person must be shown first is in the language that the person is answered in. */
    @Override
    public ResponseEntity<?> on(Taken taken) {
        Receipt receipt = taken.receipt();
        ReceiptNote note = ReceiptNote.of(receipt);
        return ResponseEntity.accepted()
                .body(new Accepted(
                        receipt.id().value(),
                        receipt.id().reference(),
                        receipt.level() != Level.USUAL,
                        guidance(note, content.wordingIn(receipt.language())),
                        note.answerBy(content.clinic().officeHours())));
    }

    @Override
    public ResponseEntity<?> on(Invalid invalid) {
        return problem(ApiProblems.withErrors(invalid.problems(), words()), Duration.ZERO);
    }

    @Override
    public ResponseEntity<?> on(TooSoon soon) {
        return problem(HttpStatus.FORBIDDEN, "token.too-soon", soon.pause());
    }

    @Override
    public ResponseEntity<?> on(NotShown missing) {
        String sentence = missing.cause() == NotShown.Cause.NO_TOKEN ? "token.missing" : "token.unknown";
        return problem(HttpStatus.FORBIDDEN, sentence, Duration.ZERO);
    }

    @Override
    public ResponseEntity<?> on(Busy busy) {
        return problem(HttpStatus.TOO_MANY_REQUESTS, "busy", busy.pause());
    }

    @Override
    public ResponseEntity<?> on(KeyReused reused) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, "keyReused", Duration.ZERO);
    }

    @Override
    public ResponseEntity<?> on(NotKept refused) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "notAccepted", refused.retryAfter());
    }

    private ResponseEntity<?> problem(HttpStatus status, String sentence, Duration wait) {
        return problem(ProblemDetail.forStatusAndDetail(status, words().problem(sentence)), wait);
    }

    private static ResponseEntity<?> problem(ProblemDetail problem, Duration wait) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (!wait.isZero()) {
            answer.header(HttpHeaders.RETRY_AFTER, RetryAfter.of(wait));
        }
        return answer.body(problem);
    }

    private Wording words() {
        return content.wordingIn(locale.toLanguageTag());
    }

    private @Nullable String guidance(ReceiptNote note, Wording words) {
        return switch (note.level()) {
            case USUAL -> null;
            case CALL_TODAY -> words.callToday();
            case EMERGENCY ->
                note.calledNow(content.clinic().officeHours())
                        ? words.urgent() + " " + words.urgentCall()
                        : words.urgent();
            case CRISIS -> words.crisis();
        };
    }

    /**
     * The answer to an accepted inquiry.
     *
     * @param guidance what the person must be shown first; not there when nothing is urgent
     * @param answerBy by when the clinic answers; not there when nothing is promised
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Accepted(
            String id, String reference, boolean urgent, @Nullable String guidance, @Nullable Instant answerBy) {}
}
