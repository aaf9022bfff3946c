package org.foramen.notifier.console.mail;

import java.security.Principal;
import java.time.Instant;
import org.foramen.notifier.console.press.PressAnswer;
import org.foramen.notifier.console.press.WayBack;
import org.foramen.notifier.console.view.AuditWords;
import org.foramen.notifier.console.view.ConsoleWording;
import org.foramen.notifier.console.view.Dismissal;
import org.foramen.notifier.console.view.SubjectWords;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.ledger.AuditLog;
import org.foramen.notifier.ledger.DeliverySearch;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets somebody say that there is nothing more to do about a record or a mail, and why. */
@Controller
class Dismissals {

    private final DeliverySearch search;
    private final AuditLog audit;
    private final ConsoleWording words;
    private final AuditWords auditWords;
    private final SubjectWords subjects;

    Dismissals(
            DeliverySearch search, AuditLog audit, ConsoleWording words, AuditWords auditWords, SubjectWords subjects) {
        this.search = search;
        this.audit = audit;
        this.words = words;
        this.auditWords = auditWords;
        this.subjects = subjects;
    }

    @GetMapping("/act/dismiss")
    String ask(@RequestParam String owner, WayBack back, Model model) {
        model.addAttribute("what", "dismiss")
                .addAttribute("back", back.or(MailOverview.NEEDS_PERSON))
                .addAttribute("owner", known(owner).wireName())
                .addAttribute("dismissals", Dismissal.values());
        return "confirm";
    }

    @PostMapping("/act/dismiss")
    String dismiss(
            @RequestParam String owner,
            @RequestParam Dismissal reason,
            WayBack back,
            Principal user,
            RedirectAttributes after) {
        audit.note(reason.action(), known(owner).id(), user.getName(), Instant.now());
        String answer = words.say("told.dismiss", "why", auditWords.dismissal(reason));
        return new PressAnswer(true, subjects.about(owner, answer)).on(back.or(MailOverview.NEEDS_PERSON), after);
    }

    private Subject known(String owner) {
        return Subject.named(owner)
                .filter(subject -> !search.about(subject).isEmpty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
