package org.foramen.intake.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import java.util.UUID;
import org.foramen.content.ClinicContent;
import org.foramen.content.Wording;
import org.foramen.intake.reception.InquiryRequest;
import org.foramen.intake.reception.Receipt;
import org.foramen.intake.reception.Reception;
import org.foramen.intake.screening.Guidance;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Inquiries as JSON, for other people's forms and programs. */
@RestController
class InquiryApi {

    private final Reception reception;
    private final ClinicContent content;

    InquiryApi(Reception reception, ClinicContent content) {
        this.reception = reception;
        this.content = content;
    }

    @PostMapping("/api/inquiries")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted accept(
            @RequestBody InquiryRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Locale locale) {
        Receipt receipt =
                reception.receive(request, key == null ? UUID.randomUUID().toString() : key);
        Wording words = content.wordingIn(locale.toLanguageTag());
        return new Accepted(
                receipt.id().value(), receipt.id().reference(), receipt.urgent(), guidance(receipt.guidance(), words));
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
