package org.foramen.notifier.console;

import org.foramen.notifier.console.view.Page;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.ledger.DeliverySearch;
import org.foramen.notifier.ledger.DeliverySearch.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All deliveries, newest first. */
@Controller
class DeliveriesPage {

    private final DeliverySearch search;

    DeliveriesPage(DeliverySearch search) {
        this.search = search;
    }

    @GetMapping("/deliveries")
    String show(
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable Audience audience,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Wanted wanted = new Wanted(state, audience, name);
        model.addAttribute("wanted", wanted)
                .addAttribute("states", State.values())
                .addAttribute("audiences", Audience.values())
                .addAttribute("sheet", Page.of(page, (most, skipped) -> search.newest(wanted, most, skipped)));
        return "deliveries";
    }
}
