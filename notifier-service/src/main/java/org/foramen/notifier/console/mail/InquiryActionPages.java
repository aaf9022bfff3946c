package org.foramen.notifier.console.mail;

import java.security.Principal;
import java.time.Clock;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.console.press.PressAnswer;
import org.foramen.notifier.console.press.WayBack;
import org.foramen.notifier.console.view.ConsoleWording;
import org.foramen.notifier.console.view.SubjectWords;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Recipient;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.ledger.OperatorActions;
import org.foramen.notifier.operations.EraseInquiry;
import org.foramen.notifier.operations.InquiryIsHeld;
import org.foramen.notifier.operations.ResendMail;
import org.foramen.notifier.operations.ResendMail.Resent;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What operators do about one inquiry. Each is asked for once more on a page of its own. */
@Controller
class InquiryActionPages {

    private final OperatorActions actions;
    private final ResendMail resend;
    private final EraseInquiry erase;
    private final ConsoleWording words;
    private final SubjectWords subjects;
    private final Clock clock;

    InquiryActionPages(
            OperatorActions actions,
            ResendMail resend,
            EraseInquiry erase,
            ConsoleWording words,
            SubjectWords subjects,
            Clock clock) {
        this.actions = actions;
        this.resend = resend;
        this.erase = erase;
        this.words = words;
        this.subjects = subjects;
        this.clock = clock;
    }

    @GetMapping("/act/release")
    String askRelease(@RequestParam String owner, WayBack back, Model model) {
        return ask("release", owner, back, model);
    }

    @PostMapping("/act/release")
    String release(@RequestParam String owner, WayBack back, Principal user, RedirectAttributes after) {
        boolean released =
                InquiryId.isOne(owner) && actions.release(new InquiryId(owner), user.getName(), clock.instant());
        return new PressAnswer(released, subjects.about(owner, words.told(released ? "release" : "release-none")))
                .on(back.or(subjects.place(owner)), after);
    }

    @GetMapping("/act/resend")
    String askResend(@RequestParam String owner, @RequestParam Recipient to, WayBack back, Model model) {
        model.addAttribute("to", to);
        return ask("resend", owner, back, model);
    }

    @PostMapping("/act/resend")
    String resend(
            @RequestParam String owner,
            @RequestParam Recipient to,
            WayBack back,
            Principal user,
            RedirectAttributes after) {
        Resent resent = Subject.named(owner)
                .map(subject -> resend.resend(new DeliveryKey(subject, to), user.getName()))
                .orElse(Resent.NOT_ENDED);
        String told =
                switch (resent) {
                    case OWED -> "resend-owed";
                    case NOT_ENDED -> "resend-not-ended";
                    case NOT_KEPT -> "resend-not-kept";
                    case NO_CONSENT -> "resend-no-consent";
                };
        return new PressAnswer(resent == Resent.OWED, words.told(told)).on(back.or(subjects.place(owner)), after);
    }

    @GetMapping("/act/erase")
    String askErase(@RequestParam String owner, WayBack back, Model model) {
        return ask("erase", owner, back, model);
    }

    @PostMapping("/act/erase")
    String erase(@RequestParam String owner, WayBack back, Principal user, RedirectAttributes after) {
        return erase(owner, user.getName()).on(back.or(subjects.place(owner)), after);
    }

    private PressAnswer erase(String owner, String by) {
        try {
            boolean erased = erase.erase(owner, by) > 0;
            return new PressAnswer(erased, words.told(erased ? "erase" : "erase-none"));
        } catch (InquiryIsHeld e) {
            return new PressAnswer(false, words.told("erase-held"));
        } catch (IllegalArgumentException e) {
            return new PressAnswer(false, String.valueOf(e.getMessage()));
        }
    }

    private String ask(String what, String owner, WayBack back, Model model) {
        model.addAttribute("what", what)
                .addAttribute("owner", owner)
                .addAttribute("back", back.or(subjects.place(owner)));
        return "confirm";
    }
}
