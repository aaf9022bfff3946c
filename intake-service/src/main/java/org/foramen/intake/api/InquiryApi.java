package org.foramen.intake.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.foramen.content.ClinicContent;
import org.foramen.content.wording.Wording;
import org.foramen.intake.limits.Client;
import org.foramen.intake.limits.Clients;
import org.foramen.intake.limits.RateLimits;
import org.foramen.intake.publish.InquiryNotAccepted;
import org.foramen.intake.reception.InquiryRequest;
import org.foramen.intake.reception.InvalidInquiry;
import org.foramen.intake.reception.KeyReused;
import org.foramen.intake.reception.Receipt;
import org.foramen.intake.reception.Reception;
import org.foramen.intake.reception.SubmissionContext;
import org.foramen.intake.screening.Guidance;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Inquiries as JSON, for other people's forms and programs. */
@RestController
class InquiryApi {

    private final ApiGate gate;
    private final Clients clients;
    private final RateLimits limits;
    private final Reception reception;
    private final ClinicContent content;

    InquiryApi(ApiGate gate, Clients clients, RateLimits limits, Reception reception, ClinicContent content) {
        this.gate = gate;
        this.clients = clients;
        this.limits = limits;
        this.reception = reception;
        this.content = content;
    }

    @PostMapping(path = "/api/inquiries", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted accept(
            @RequestBody InquiryRequest typed,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request,
            Locale locale) {
        ApiGate.Pass pass = gate.enter(typed, request);
        String name = pass.key().or(() -> Optional.ofNullable(key)).orElseGet(() -> UUID.randomUUID()
                .toString());
        Receipt receipt =
                receive(typed, new SubmissionContext(name, Optional.empty(), pass.suspicions()), clients.of(request));
        Wording words = content.wordingIn(locale.toLanguageTag());
        return new Accepted(
                receipt.id().value(), receipt.id().reference(), receipt.urgent(), guidance(receipt.guidance(), words));
    }

    private Receipt receive(InquiryRequest typed, SubmissionContext arrival, Client client) {
        Duration wait = limits.take(client);
        if (!wait.isZero()) {
            throw new TooManyInquiries(wait);
        }
        try {
            return reception.receive(typed, arrival);
        } catch (InvalidInquiry | KeyReused | InquiryNotAccepted notTaken) {
            limits.giveBack(client);
            throw notTaken;
        }
    }

    private static @Nullable String guidance(Guidance guidance, Wording words) {
        return switch (guidance) {
            case NONE -> null;
            case EMERGENCY -> words.urgent();
            case CRISIS -> words.crisis();
        };
    }

    /**
     * The answer to an accepted inquiry.
     *
     * @param guidance what the person must be shown first; not there when nothing is urgent
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Accepted(String id, String reference, boolean urgent, @Nullable String guidance) {}
}
