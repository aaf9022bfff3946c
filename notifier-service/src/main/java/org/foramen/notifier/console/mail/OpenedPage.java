package org.foramen.notifier.console.mail;

import java.security.Principal;
import java.time.Instant;
import java.util.Optional;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.wire.UnreadableInquiry;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.ledger.AuditLog;
import org.foramen.notifier.ledger.DeliverySearch;
import org.foramen.notifier.topic.KeptInquiries;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Shows an operator what a person asked, for this once; the audit notes it before anything is shown. */
@Controller
class OpenedPage {

    private final DeliverySearch search;
    private final KeptInquiries inquiries;
    private final AuditLog audit;
    private final InquiryPage page;

    OpenedPage(DeliverySearch search, KeptInquiries inquiries, AuditLog audit, InquiryPage page) {
        this.search = search;
        this.inquiries = inquiries;
        this.audit = audit;
        this.page = page;
    }

    @PostMapping("/act/open")
    String open(@RequestParam String owner, Principal user, Model model) {
        if (!InquiryId.isOne(owner)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        InquiryId id = new InquiryId(owner);
        Delivery any = search.about(new Subject.Inquiry(id)).stream()
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        audit.note("open", owner, user.getName(), Instant.now());
        page.fill(owner, model);
        kept(id, any.position())
                .ifPresentOrElse(
                        inquiry -> model.addAttribute("asked", inquiry),
                        () -> model.addAttribute("told", "The inquiry is not kept any more, or cannot be opened."));
        return "inquiry";
    }

    private Optional<InquiryReceived> kept(InquiryId id, Position position) {
        try {
            return inquiries.of(id, position).map(KeptInquiries.Kept::inquiry);
        } catch (UnreadableInquiry e) {
            return Optional.empty();
        }
    }
}
