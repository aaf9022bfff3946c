package org.foramen.intake.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.foramen.content.ClinicContent;
import org.foramen.content.EducationSummary;
import org.foramen.content.Wording;
import org.foramen.contract.InquiryKind;
import org.foramen.intake.publish.InquiryNotAccepted;
import org.foramen.intake.reception.Guidance;
import org.foramen.intake.reception.InquiryRequest;
import org.foramen.intake.reception.InvalidInquiry;
import org.foramen.intake.reception.KeyReused;
import org.foramen.intake.reception.Receipt;
import org.foramen.intake.reception.Reception;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/** The forms and the receipt, as plain pages that work without JavaScript, on their own and in a frame elsewhere. */
@Controller
@RequestMapping({"", PageAddress.FRAMED})
class FormPages {

    private static final Logger log = LoggerFactory.getLogger(FormPages.class);
    private static final String RETRY_AFTER_SECONDS = "30";

    private final Reception reception;
    private final ClinicContent content;
    private final Pages pages;

    FormPages(Reception reception, ClinicContent content, Pages pages) {
        this.reception = reception;
        this.content = content;
        this.pages = pages;
    }

    @GetMapping("/")
    ModelAndView contact(HttpServletRequest request, Locale locale) {
        return form(FilledForm.empty(InquiryKind.CONTACT, null, locale), request, locale);
    }

    @GetMapping("/considering")
    ModelAndView considering(HttpServletRequest request, Locale locale) {
        return form(FilledForm.empty(InquiryKind.CONSIDERING_PROCEDURE, null, locale), request, locale);
    }

    @GetMapping("/considering/{procedure}")
    ModelAndView considering(@PathVariable String procedure, HttpServletRequest request, Locale locale) {
        if (!content.library().has(procedure)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return form(FilledForm.empty(InquiryKind.CONSIDERING_PROCEDURE, procedure, locale), request, locale);
    }

    @PostMapping("/inquiries")
    ModelAndView send(
            InquiryRequest typed,
            @RequestParam(defaultValue = "") String submission,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        String key = submission.isBlank() ? UUID.randomUUID().toString() : submission;
        FilledForm filled = new FilledForm(typed, key, List.of(), null);
        try {
            return receipt(receive(typed, "form:" + key), request, locale);
        } catch (InvalidInquiry invalid) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return form(filled.withProblems(invalid.problems()), request, locale);
        } catch (InquiryNotAccepted refused) {
            log.error("An inquiry was not accepted: {}", refused.getMessage());
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            return form(filled.in("refused"), request, locale);
        }
    }

    /** Where a reload of an answer leads that a browser remembers by the address the form was sent to. */
    @GetMapping("/inquiries")
    ModelAndView startAgain(HttpServletRequest request, Locale locale) {
        return seeOther(PageAddress.of(request, "/").in(locale.toLanguageTag()));
    }

    @GetMapping("/received/{reference}")
    ModelAndView received(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String guidance,
            HttpServletRequest request,
            Locale locale) {
        if (!reference.matches("[0-9A-Z]{4}-[0-9A-Z]{4}")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Guidance shown = Stream.of(Guidance.values())
                .filter(one -> one.wireName().equals(guidance))
                .findFirst()
                .orElse(Guidance.NONE);
        return pages.page("received", PageAddress.of(request, receiptPath(reference, shown)), locale)
                .addObject("reference", reference)
                .addObject("guidance", shown.wireName());
    }

    /** A form that was sent, changed and sent again is a second inquiry. */
    private Receipt receive(InquiryRequest typed, String key) {
        try {
            return reception.receive(typed, key);
        } catch (KeyReused changed) {
            return reception.receive(typed, "form:" + UUID.randomUUID());
        }
    }

    private ModelAndView form(FilledForm filled, HttpServletRequest request, Locale locale) {
        String language = locale.toLanguageTag();
        EducationSummary considered = considered(filled, language);
        PageAddress address = PageAddress.of(request, path(filled, considered));
        ModelAndView page = pages.page("form", address, locale)
                .addObject("form", filled)
                .addObject("considered", considered)
                .addObject("about", about(filled, considered, content.wordingIn(language)))
                .addObject("wrong", wrong(filled, content.wordingIn(language)))
                .addObject("procedures", procedures(language));
        if (considered != null && filled.fresh() && !address.framed()) {
            page.addObject("handout", Handout.of(considered));
        }
        return page;
    }

    private @Nullable EducationSummary considered(FilledForm filled, String language) {
        return Optional.ofNullable(filled.typed().procedure())
                .filter(procedure -> filled.considering())
                .flatMap(procedure -> content.library().find(procedure, language))
                .orElse(null);
    }

    private static String about(FilledForm filled, @Nullable EducationSummary considered, Wording words) {
        if (considered != null) {
            return considered.title();
        }
        return words.page(filled.considering() ? "considering.any.title" : "contact.title");
    }

    private static @Nullable String wrong(FilledForm filled, Wording words) {
        if (filled.fresh()) {
            return null;
        }
        return words.page(filled.trouble() == null ? "problems.title" : filled.trouble() + ".title");
    }

    private List<EducationSummary> procedures(String language) {
        return content.library().procedures().stream()
                .flatMap(id -> content.library().find(id, language).stream())
                .toList();
    }

    private static String path(FilledForm filled, @Nullable EducationSummary considered) {
        if (considered != null) {
            return "/considering/" + considered.id();
        }
        return filled.considering() ? "/considering" : "/";
    }

    private static ModelAndView receipt(Receipt receipt, HttpServletRequest request, Locale locale) {
        String path = receiptPath(receipt.id().reference(), receipt.guidance());
        return seeOther(PageAddress.of(request, path).in(locale.toLanguageTag()));
    }

    private static String receiptPath(String reference, Guidance guidance) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/received/" + reference);
        return guidance == Guidance.NONE
                ? path.toUriString()
                : path.queryParam("guidance", guidance.wireName()).toUriString();
    }

    private static ModelAndView seeOther(String address) {
        RedirectView redirect = new RedirectView(address, true);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExposeModelAttributes(false);
        return new ModelAndView(redirect);
    }
}
