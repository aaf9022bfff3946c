package org.foramen.intake.form;

import java.util.List;
import java.util.Locale;
import org.foramen.content.ClinicContent;
import org.foramen.intake.settings.IntakeSettings;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What every page has: the clinic and its looks, the words in the visitor's language, and the way to the others. */
@Component
class Pages {

    private final ClinicContent content;
    private final List<PageLanguage> languages;
    private final ThemeFiles theme;
    private final String frameHosts;

    Pages(ClinicContent content, ThemeFiles theme, IntakeSettings settings) {
        this.content = content;
        this.languages =
                content.clinic().languages().stream().map(PageLanguage::of).toList();
        this.theme = theme;
        this.frameHosts = String.join(" ", settings.form().allowedOrigins());
    }

    ModelAndView page(String view, PageAddress address, Locale locale) {
        String tag = content.clinic().nearestLanguage(locale.toLanguageTag());
        return new ModelAndView(view)
                .addObject("address", address)
                .addObject("language", tag)
                .addObject("direction", PageLanguage.of(tag).direction())
                .addObject("languages", languages)
                .addObject("clinic", content.clinic())
                .addObject("words", content.wordingIn(tag))
                .addObject("theme", theme)
                .addObject("frameHosts", frameHosts);
    }
}
