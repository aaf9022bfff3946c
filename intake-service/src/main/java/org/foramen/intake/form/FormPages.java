package org.foramen.intake.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.foramen.content.ClinicContent;
import org.foramen.contract.InquiryKind;
import org.foramen.intake.page.PageAddress;
import org.foramen.intake.page.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The forms, as plain pages that work without JavaScript, on their own and in a frame elsewhere. */
@Controller
@RequestMapping({"", PageAddress.FRAMED})
class FormPages {

    private final ClinicContent content;
    private final FormView view;

    FormPages(ClinicContent content, FormView view) {
        this.content = content;
        this.view = view;
    }

    @GetMapping("/")
    ModelAndView contact(HttpServletRequest request, Locale locale) {
        return view.show(FilledForm.empty(InquiryKind.CONTACT, null, locale), request, locale);
    }

    @GetMapping("/considering")
    ModelAndView considering(HttpServletRequest request, Locale locale) {
        return view.show(FilledForm.empty(InquiryKind.CONSIDERING_PROCEDURE, null, locale), request, locale);
    }

    @GetMapping("/considering/{procedure}")
    ModelAndView considering(@PathVariable String procedure, HttpServletRequest request, Locale locale) {
        if (!content.library().has(procedure)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return view.show(FilledForm.empty(InquiryKind.CONSIDERING_PROCEDURE, procedure, locale), request, locale);
    }

    /** Where a reload of an answer leads that a browser remembers by the address the form was sent to. */
    @GetMapping("/inquiries")
    ModelAndView startAgain(HttpServletRequest request, Locale locale) {
        return Pages.seeOther(PageAddress.of(request, "/"), locale);
    }
}
