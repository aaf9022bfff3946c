package org.foramen.notifier.console.mail;

import java.util.List;
import org.foramen.notifier.console.press.WayBack;
import org.foramen.notifier.consumer.mark.Holds;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.ledger.AuditLog;
import org.foramen.notifier.ledger.DeliverySearch;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Tells what became of one inquiry, or one dead letter, and why. */
@Controller
class InquiryPage {

    private final DeliverySearch search;
    private final AuditLog audit;

    InquiryPage(DeliverySearch search, AuditLog audit) {
        this.search = search;
        this.audit = audit;
    }

    @GetMapping("/inquiries/{owner}")
    String show(@PathVariable String owner, WayBack back, Model model) {
        model.addAttribute("list", back.or(MailOverview.NEEDS_PERSON));
        fill(owner, model);
        return "inquiry";
    }

    /** @throws ResponseStatusException when the ledger knows nothing of it */
    void fill(String owner, Model model) {
        Subject subject = Subject.named(owner).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<Delivery> deliveries = search.about(subject);
        if (deliveries.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<AuditLog.Entry> done = audit.about(subject.id());
        boolean held = Holds.isHeld(done);
        model.addAttribute("owner", owner)
                .addAttribute("held", held)
                .addAttribute("deliveries", deliveries)
                .addAttribute("steps", TimelineEntry.of(deliveries, done))
                .addAttribute("offers", AvailableActions.of(subject, deliveries, search.isTroubled(subject), held));
    }
}
