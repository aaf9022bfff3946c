package org.foramen.intake.form;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.foramen.content.ClinicContent;
import org.foramen.content.EducationSummary;
import org.foramen.content.EducationSummary.Medium;
import org.foramen.contract.InquiryKind;
import org.foramen.intake.publish.InquiryNotAccepted;
import org.foramen.intake.reception.InquiryRequest;
import org.foramen.intake.reception.InvalidInquiry;
import org.foramen.intake.reception.Receipt;
import org.foramen.intake.reception.Reception;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/** The two forms and the receipt, as plain pages that work without JavaScript. */
@Controller
class FormPages {

    private static final Logger log = LoggerFactory.getLogger(FormPages.class);

    private final Reception reception;
    private final ClinicContent content;

    FormPages(Reception reception, ClinicContent content) {
        this.reception = reception;
        this.content = content;
    }

    @GetMapping("/")
    ModelAndView contact(Locale locale) {
        return form(FilledForm.empty(InquiryKind.CONTACT, null, locale), locale);
    }

    @GetMapping("/considering/{procedure}")
    ModelAndView considering(@PathVariable String procedure, Locale locale) {
        if (!content.library().has(procedure)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return form(FilledForm.empty(InquiryKind.CONSIDERING_PROCEDURE, procedure, locale), locale);
    }

    @PostMapping("/inquiries")
    ModelAndView send(InquiryRequest typed, @RequestParam(defaultValue = "") String submission, Locale locale) {
        String key = submission.isBlank() ? UUID.randomUUID().toString() : submission;
        try {
            return receipt(reception.receive(typed, "form:" + key), locale);
        } catch (InvalidInquiry invalid) {
            ModelAndView page = form(new FilledForm(typed, key, invalid.problems(), false), locale);
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        } catch (InquiryNotAccepted refused) {
            log.error("An inquiry was not accepted: {}", refused.getMessage());
            ModelAndView page = form(new FilledForm(typed, key, List.of(), true), locale);
            page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
            return page;
        }
    }

    @GetMapping("/received/{reference}")
    ModelAndView received(
            @PathVariable String reference, @RequestParam(defaultValue = "none") String guidance, Locale locale) {
        if (!reference.matches("[0-9A-Z]{4}-[0-9A-Z]{4}")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return page("received", locale).addObject("reference", reference).addObject("guidance", guidance);
    }

    private ModelAndView form(FilledForm filled, Locale locale) {
        String language = locale.toLanguageTag();
        List<EducationSummary> procedures = content.library().procedures().stream()
                .flatMap(id -> content.library().find(id, language).stream())
                .toList();
        ModelAndView page = page("form", locale).addObject("form", filled).addObject("procedures", procedures);
        String considered = filled.considered();
        if (considered != null) {
            content.library()
                    .find(considered, language)
                    .ifPresent(summary -> page.addObject("handout", summary.html(Medium.PAGE)));
        }
        return page;
    }

    private ModelAndView page(String view, Locale locale) {
        String language = content.clinic().nearestLanguage(locale.toLanguageTag());
        return new ModelAndView(view)
                .addObject("language", language)
                .addObject("clinic", content.clinic())
                .addObject("words", content.wordingIn(language));
    }

    private static ModelAndView receipt(Receipt receipt, Locale locale) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath("/received/{reference}").queryParam("lang", locale.toLanguageTag());
        if (receipt.urgent()) {
            address.queryParam("guidance", receipt.guidance().wireName());
        }
        RedirectView redirect = new RedirectView(
                address.buildAndExpand(receipt.id().reference()).toUriString());
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
