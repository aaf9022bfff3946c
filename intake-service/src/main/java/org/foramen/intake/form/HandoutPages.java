package org.foramen.intake.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.foramen.content.ClinicContent;
import org.foramen.content.handout.EducationSummary;
import org.foramen.content.handout.EducationSummary.Medium;
import org.foramen.intake.page.PageAddress;
import org.foramen.intake.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
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
}
