package org.foramen.notifier.console.people;

import java.security.Principal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.answering.ResponseDecider;
import org.foramen.notifier.cases.CaseFile;
import org.foramen.notifier.cases.Cases;
import org.foramen.notifier.cases.CloseReason;
import org.foramen.notifier.consent.ConsentLog;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.ledger.DeliverySearch;
import org.foramen.notifier.message.Response;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.message.desk.DeskNote;
import org.foramen.notifier.operations.OpenInquiry;
import org.foramen.notifier.order.Order;
import org.foramen.notifier.order.OrderFacts;
import org.foramen.notifier.order.OrderTable;
import org.foramen.notifier.order.PatientMailFate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** One inquiry as a person to answer; the link in the clinic's mail leads here, and looking changes nothing. */
@Controller
class PersonPage {

    private static final int MOST_OTHERS = 20;

    private final Cases cases;
    private final DeliverySearch deliveries;
    private final ConsentLog consents;
    private final OpenInquiry inquiries;
    private final ResponseDecider responses;
    private final BoardRows rows;
    private final CaseWords words;
    private final DeskNote desk;

    PersonPage(
            Cases cases,
            DeliverySearch deliveries,
            ConsentLog consents,
            OpenInquiry inquiries,
            ResponseDecider responses,
            BoardRows rows,
            CaseWords words,
            Stationery stationery) {
        this.cases = cases;
        this.deliveries = deliveries;
        this.consents = consents;
        this.inquiries = inquiries;
        this.responses = responses;
        this.rows = rows;
        this.words = words;
        this.desk = new DeskNote(stationery.content(), stationery.links());
    }

    @GetMapping("/people/{id}")
    String show(@PathVariable String id, Model model) {
        fill(known(id), model);
        return "person";
    }

    /** Shows who it is and what was asked, for this once; the audit notes it before anything is shown. */
    @PostMapping("/people/{id}/open")
    String open(@PathVariable String id, Principal user, Model model) {
        InquiryId inquiry = known(id);
        fill(inquiry, model);
        inquiries
                .open(inquiry, user.getName())
                .ifPresentOrElse(
                        found -> model.addAttribute("opened", opened(found)),
                        () -> model.addAttribute("warned", words.say("notKept")));
        return "person";
    }

    /** @throws ResponseStatusException when no inquiry has such an id */
    static InquiryId known(String id) {
        if (!InquiryId.isOne(id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new InquiryId(id);
    }

    private List<Delivery> mails(InquiryId inquiry) {
        return deliveries.about(new Subject.Inquiry(inquiry));
    }

    private OpenedInquiry opened(InquiryReceived inquiry) {
        Response answer = responses.plan(inquiry).answer();
        Optional<CaseFile> known = cases.find(inquiry.id()); // none where it came before there was a board
        boolean suspected = known.map(CaseFile::suspected).orElse(true); // else somebody knows that a person asked
        Order order = known.map(CaseFile::order)
                .orElseGet(() ->
                        OrderTable.orderFor(OrderFacts.of(inquiry, answer.unanswered(), fate(inquiry.id()), false)));
        return OpenedInquiry.of(inquiry, order, suspected ? answer.suspicions() : List.of(), desk, words);
    }

    private PatientMailFate fate(InquiryId inquiry) {
        return mails(inquiry).stream()
                .filter(mail -> mail.key().audience() == Audience.PATIENT)
                .findFirst()
                .map(mail -> PatientMailFate.of(mail.state(), mail.reason()))
                .orElse(PatientMailFate.planned(null));
    }

    private void fill(InquiryId inquiry, Model model) {
        Instant now = Instant.now();
        CaseFile file = cases.find(inquiry).orElse(null);
        if (file == null && mails(inquiry).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        CaseFile first = cases.sameFormBefore(inquiry).orElse(null);
        List<CaseFile> again = cases.sameFormAfter(inquiry, MOST_OTHERS);
        List<CaseFile> others = cases.samePerson(inquiry, MOST_OTHERS).stream()
                .filter(other -> !other.equals(first) && !again.contains(other))
                .toList();
        model.addAttribute("id", inquiry.value())
                .addAttribute("reference", inquiry.reference())
                .addAttribute("row", file == null ? null : rows.row(file, null, now))
                .addAttribute("history", cases.history(inquiry))
                .addAttribute("consent", words.consent(consents.of(inquiry)))
                .addAttribute("first", first == null ? null : rows.row(first, null, now))
                .addAttribute("again", rows.of(again, new HashMap<>(), now))
                .addAttribute(
                        "others",
                        others.stream().map(one -> rows.row(one, null, now)).toList())
                .addAttribute("cases", words)
                .addAttribute("reasons", CloseReason.CHOICES)
                .addAttribute("back", "/people/" + inquiry.value());
    }
}
