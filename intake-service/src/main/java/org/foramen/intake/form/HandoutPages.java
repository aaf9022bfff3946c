package org.foramen.intake.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.foramen.content.ClinicContent;
import org.foramen.content.handout.EducationSummary;
import org.foramen.content.handout.EducationSummary.Medium;
import org.foramen.intake.page.PageAddress;
import org.foramen.intake.page.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The general leaflet as a page; the handouts of procedures stand above their forms. */
@Controller
class HandoutPages {

    private final ClinicContent content;
    private final Pages pages;

    HandoutPages(ClinicContent content, Pages pages) {
        this.content = content;
        this.pages = pages;
    }

    @GetMapping("/handouts/general")
    ModelAndView general(HttpServletRequest request, Locale locale) {
        EducationSummary leaflet = content.library().general(locale.toLanguageTag());
        return pages.page("leaflet", PageAddress.of(request, "/handouts/general"), locale)
                .addObject("title", leaflet.title())
                .addObject("text", leaflet.html(Medium.PAGE));
    }

    /** The short address in mails and on printed handouts, which leads to the page that holds the text today. */
    @GetMapping("/handouts/{id}/{language}")
    ModelAndView inLanguage(@PathVariable String id, @PathVariable String language, HttpServletRequest request) {
        boolean general = id.equals("general");
        if (!general && !content.library().has(id)
                || !content.clinic().languages().contains(language)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        String page = general ? "/handouts/general" : "/considering/" + id;
        return Pages.seeOther(PageAddress.of(request, page), Locale.forLanguageTag(language));
    }
}
