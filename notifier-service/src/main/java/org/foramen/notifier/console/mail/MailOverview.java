package org.foramen.notifier.console.mail;

import java.util.List;
import org.foramen.notifier.cases.CaseFigures;
import org.foramen.notifier.console.view.ConsoleWording;
import org.foramen.notifier.console.view.MailStanding;
import org.foramen.notifier.console.view.Page;
import org.foramen.notifier.console.view.Standings;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.ledger.DeliverySearch;
import org.foramen.notifier.ledger.DeliverySearch.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the mail stands, and all mails and unreadable records, newest first. */
@Controller
class MailOverview {

    /** The list of what waits for a person. */
    static final String NEEDS_PERSON = "/mail?needs=true";

    private final DeliverySearch search;
    private final Standings standings;
    private final CaseFigures cases;
    private final ConsoleWording words;

    MailOverview(DeliverySearch search, Standings standings, CaseFigures cases, ConsoleWording words) {
        this.search = search;
        this.standings = standings;
        this.cases = cases;
        this.words = words;
    }

    @GetMapping("/mail")
    String show(
            @RequestParam(defaultValue = "false") boolean needs,
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable Audience audience,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Wanted wanted = new Wanted(needs, state, audience, name);
        MailStanding mail = standings.mail();
        model.addAttribute("mail", mail)
                .addAttribute("headline", words.headline(mail, cases.counts().emergencies()))
                .addAttribute("wanted", wanted)
                .addAttribute("unreadable", mail.waiting().unreadable() == 0 ? List.of() : search.unreadable())
                .addAttribute("states", State.values())
                .addAttribute("audiences", Audience.values())
                .addAttribute("sheet", Page.of(page, (most, skipped) -> search.newest(wanted, most, skipped)));
        return "mail";
    }
}
