package org.foramen.intake.api;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.foramen.content.ClinicContent;
import org.foramen.content.wording.Wording;
import org.foramen.intake.guard.BodyTooLarge;
import org.foramen.intake.validation.FieldProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;

/** What API clients are told when their request cannot be read: RFC 9457 problems, never with a word of what was typed. */
@RestControllerAdvice(assignableTypes = {InquiryApi.class, ProceduresApi.class, TokenApi.class})
class ApiProblems extends ResponseEntityExceptionHandler {

    private final ClinicContent content;

    ApiProblems(ClinicContent content) {
        this.content = content;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        Wording words = content.wordingIn(LocaleContextHolder.getLocale().toLanguageTag());
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

    static ProblemDetail withErrors(List<FieldProblem> problems, Wording words) {
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
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull) // a place in a list
                .collect(Collectors.joining("."));
    }

    /** What is wrong with one field. */
    record Error(String field, String message) {}
}
