package org.foramen.intake.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.foramen.content.ClinicContent;
import org.foramen.intake.admission.Admission;
import org.foramen.intake.admission.Credentials;
import org.foramen.intake.limits.Clients;
import org.foramen.intake.token.SubmissionProof;
import org.foramen.intake.validation.InquiryRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Inquiries as JSON, for other people's forms and programs. */
@RestController
class InquiryApi {

    private final Clients clients;
    private final Admission admission;
    private final ClinicContent content;

    InquiryApi(Clients clients, Admission admission, ClinicContent content) {
        this.clients = clients;
        this.admission = admission;
        this.content = content;
    }

    @PostMapping(path = "/api/inquiries", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> accept(
            @RequestBody InquiryRequest typed,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "Submission-Token", required = false) @Nullable String token,
            @RequestHeader(name = "Submission-Proof", defaultValue = "") String proof,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            HttpServletRequest request,
            Locale locale) {
        Credentials.Program program = new Credentials.Program(
                token == null ? null : new SubmissionProof(token, proof, ""), authorization, key);
        return admission.admit(typed, program, clients.of(request)).fold(new ApiAnswer(content, locale));
    }

    /** What is none in particular, such as {@code text/*}, too. */
    @PostMapping(path = "/api/inquiries", consumes = "!" + MediaType.APPLICATION_JSON_VALUE)
    void refuse() throws HttpMediaTypeNotSupportedException {
        throw new HttpMediaTypeNotSupportedException("not JSON", List.of(MediaType.APPLICATION_JSON));
    }
}
