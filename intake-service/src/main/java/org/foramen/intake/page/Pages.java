package org.foramen.intake.page;

import java.util.List;
import java.util.Locale;
import org.foramen.content.ClinicContent;
import org.foramen.intake.settings.IntakeSettings;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** What every page has: the clinic and its looks, the words in the visitor's language, and the way to the others. */
@Component
public class Pages {

    private final ClinicContent content;
    private final List<PageLanguage> languages;
    private final DialLinks dial;
    private final PageStyles styles;
    private final PageFiles files;
    private final String frameHosts;

    Pages(ClinicContent content, PageStyles styles, PageFiles files, IntakeSettings settings) {
        this.content = content;
        this.languages =
                content.clinic().languages().stream().map(PageLanguage::of).toList();
        this.dial = new DialLinks(content.clinic());
        this.styles = styles;
        this.files = files;
        this.frameHosts = String.join(" ", settings.form().allowedOrigins());
    }

    /** One page, with all of that. */
    public ModelAndView page(String view, PageAddress address, Locale locale) {
        String tag = content.clinic().nearestLanguage(locale.toLanguageTag());
        return new ModelAndView(view)
                .addObject("address", address)
                .addObject("language", tag)
                .addObject("direction", PageLanguage.of(tag).direction())
                .addObject("languages", languages)
                .addObject("clinic", content.clinic())
                .addObject("words", content.wordingIn(tag))
                .addObject("dial", dial)
                .addObject("styles", styles)
                .addObject("files", files)
                .addObject("frameHosts", frameHosts);
    }

    /** Leads a browser on after what it sent was taken (303). */
    public static ModelAndView seeOther(PageAddress address, Locale locale) {
        RedirectView redirect = new RedirectView(address.in(locale.toLanguageTag()), true);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExposeModelAttributes(false);
        return new ModelAndView(redirect);
    }
}
