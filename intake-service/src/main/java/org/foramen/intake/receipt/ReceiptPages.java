package org.foramen.intake.receipt;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.foramen.content.ClinicContent;
import org.foramen.content.ReadableHandouts;
import org.foramen.content.hours.OfficeHours;
import org.foramen.content.wording.Wording;
import org.foramen.contract.Level;
import org.foramen.intake.page.PageAddress;
import org.foramen.intake.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The page after an inquiry was taken. */
@Controller
@RequestMapping({"", PageAddress.FRAMED})
class ReceiptPages {

    private final ClinicContent content;
    private final ReadableHandouts handouts;
    private final Pages pages;
    private final ReceiptAddresses addresses;
    private final Clock clock;

    ReceiptPages(
            ClinicContent content, ReadableHandouts handouts, Pages pages, ReceiptAddresses addresses, Clock clock) {
        this.content = content;
        this.handouts = handouts;
        this.pages = pages;
        this.addresses = addresses;
        this.clock = clock;
    }

    @GetMapping("/received/{reference}")
    ModelAndView received(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request,
            Locale locale) {
        if (!reference.matches("[0-9A-Z]{4}-[0-9A-Z]{4}")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        ReceiptNote said = addresses.read(reference, note);
        String language = locale.toLanguageTag();
        OfficeHours hours = content.clinic().officeHours();
        return pages.page("received", PageAddress.of(request, addresses.path(said)), locale)
                .addObject("note", said)
                .addObject("level", said.level().wireName())
                .addObject("promise", promise(said, language))
                .addObject("calledNow", said.calledNow(hours))
                .addObject("handout", handouts.find(said.about(), language).orElse(null));
    }

    /** Who answers how and by when, which nobody should wait for who is asked to call; null where nothing is promised. */
    private @Nullable String promise(ReceiptNote note, String language) {
        Instant due = note.answerBy(content.clinic().officeHours());
        if (due == null || note.by() == null) {
            return null;
        }
        Wording words = content.wordingIn(language);
        String moment = content.hoursIn(language).onDay(due, clock.instant());
        String way = "sent." + note.by().wireName() + (note.level() == Level.USUAL ? "" : ".today");
        return words.page(way).replace("{0}", moment).replace("..", "."); // "by Monday, 5 p.m."
    }
}
