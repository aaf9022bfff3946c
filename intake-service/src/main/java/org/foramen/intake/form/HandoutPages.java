package org.foramen.intake.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.foramen.content.ClinicContent;
import org.foramen.content.ReadableHandouts;
import org.foramen.content.handout.EducationLibrary;
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

/** The general leaflet as a page, and every handout to print; those of procedures stand above their forms. */
@Controller
class HandoutPages {

    private final ClinicContent content;
    private final ReadableHandouts readable;
    private final Pages pages;
    private final HandoutFiles files;

    HandoutPages(ClinicContent content, ReadableHandouts readable, Pages pages, HandoutFiles files) {
        this.content = content;
        this.readable = readable;
        this.pages = pages;
        this.files = files;
    }

    @GetMapping("/handouts/general")
    ModelAndView general(HttpServletRequest request, Locale locale) {
        EducationSummary leaflet = content.library().general(locale.toLanguageTag());
        if (!readable.has(leaflet)) {
            return unready(request, locale);
        }
        return pages.page("leaflet", PageAddress.of(request, "/handouts/general"), locale)
                .addObject("leaflet", leaflet)
                .addObject("text", leaflet.html(Medium.PAGE));
    }

    /** The short address in mails and on printed handouts, which leads to the page that holds the text today. */
    @GetMapping("/handouts/{id}/{language}")
    ModelAndView inLanguage(@PathVariable String id, @PathVariable String language, HttpServletRequest request) {
        found(id, language);
        String page = id.equals(EducationLibrary.GENERAL) ? "/handouts/general" : "/considering/" + id;
        return Pages.seeOther(PageAddress.of(request, page), Locale.forLanguageTag(language));
    }

    /** The file, or the page that says why there is none. */
    @GetMapping("/handouts/{id}/{language}.pdf")
    Object toPrint(@PathVariable String id, @PathVariable String language, HttpServletRequest request) {
        EducationSummary handout = found(id, language);
        return readable.has(handout) ? files.pdf(handout) : unready(request, Locale.forLanguageTag(language));
    }

    private ModelAndView unready(HttpServletRequest request, Locale locale) {
        ModelAndView page =
                pages.page("failed", PageAddress.of(request, "/"), locale).addObject("trouble", "unready");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }

    private EducationSummary found(String id, String language) {
        return files.find(id, language).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
