package org.foramen.intake.api;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.foramen.content.ClinicContent;
import org.foramen.content.wording.Wording;
import org.foramen.intake.admission.RejectionMetrics;
import org.foramen.intake.form.RetryAfter;
import org.foramen.intake.guard.BodyTooLarge;
import org.foramen.intake.publish.InquiryNotAccepted;
import org.foramen.intake.reception.FieldProblem;
import org.foramen.intake.reception.InvalidInquiry;
import org.foramen.intake.reception.KeyReused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;

/** What API clients are told when something is wrong: RFC 9457 problems, never with a word of what was typed. */
@RestControllerAdvice(assignableTypes = {InquiryApi.class, ProceduresApi.class, TokenApi.class})
class ApiProblems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final ClinicContent content;
    private final RejectionMetrics turnedAway;

    ApiProblems(ClinicContent content, RejectionMetrics turnedAway) {
        this.content = content;
        this.turnedAway = turnedAway;
    }

    @ExceptionHandler
    ProblemDetail on(InvalidInquiry invalid, Locale locale) {
        return withErrors(invalid.problems(), content.wordingIn(locale.toLanguageTag()));
    }

    @ExceptionHandler
    ProblemDetail on(KeyReused reused, Locale locale) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_ENTITY, words(locale).problem("keyReused"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(InquiryNotAccepted refused, Locale locale) {
        log.error("An inquiry was not accepted: {}", refused.getMessage());
        return later(HttpStatus.SERVICE_UNAVAILABLE, RETRY_AFTER, words(locale).problem("notAccepted"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(TooManyInquiries many, Locale locale) {
        turnedAway.count("busy");
        return later(
                HttpStatus.TOO_MANY_REQUESTS, many.untilRoom(), words(locale).problem("busy"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(NotAdmitted refused, Locale locale) {
        turnedAway.count(refused.problem());
        return later(HttpStatus.FORBIDDEN, refused.untilGood(), words(locale).problem(refused.problem()));
    }

    private static ResponseEntity<ProblemDetail> later(HttpStatus status, Duration wait, String sentence) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
        if (!wait.isZero()) {
            answer.header(HttpHeaders.RETRY_AFTER, RetryAfter.of(wait));
        }
        return answer.body(ProblemDetail.forStatusAndDetail(status, sentence));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        Wording words = words(LocaleContextHolder.getLocale());
        if (unreadable.contains(BodyTooLarge.class)) {
            ProblemDetail problem =
                    ProblemDetail.forStatusAndDetail(HttpStatus.CONTENT_TOO_LARGE, words.problem("tooLarge"));
            return handleExceptionInternal(unreadable, problem, headers, HttpStatus.CONTENT_TOO_LARGE, request);
        }
        ProblemDetail problem = unreadable.getCause() instanceof DatabindException databind
                        && !path(databind).isEmpty()
                ? withErrors(List.of(new FieldProblem(path(databind), "value.wrong-type")), words)
                : malformed(unreadable, words);
        return handleExceptionInternal(unreadable, problem, headers, HttpStatus.BAD_REQUEST, request);
    }

    private static ProblemDetail malformed(HttpMessageNotReadableException unreadable, Wording words) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, words.problem("body.unreadable"));
        if (unreadable.getCause() instanceof JacksonException json && json.getLocation() != null) {
            TokenStreamLocation place = json.getLocation();
            problem.setProperty("line", place.getLineNr());
            problem.setProperty("column", place.getColumnNr());
        }
        return problem;
    }

    private static ProblemDetail withErrors(List<FieldProblem> problems, Wording words) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, words.page("problems.title"));
        problem.setProperty(
                "errors",
                problems.stream()
                        .map(one -> new Error(one.field(), words.problem(one.problem())))
                        .toList());
        return problem;
    }

    private static String path(DatabindException e) {
        return e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "" : step.getPropertyName())
                .collect(Collectors.joining("."));
    }

    private Wording words(Locale locale) {
        return content.wordingIn(locale.toLanguageTag());
    }

    /** What is wrong with one field. */
    record Error(String field, String message) {}
}
