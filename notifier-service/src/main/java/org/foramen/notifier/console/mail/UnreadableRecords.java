package org.foramen.notifier.console.mail;

import java.security.Principal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.foramen.notifier.console.press.PressAnswer;
import org.foramen.notifier.console.press.WayBack;
import org.foramen.notifier.console.view.ConsoleWording;
import org.foramen.notifier.ledger.AuditLog;
import org.foramen.notifier.ledger.DeliverySearch;
import org.foramen.notifier.operations.ReplayDeadLetters;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The way back for records that could not be read. */
@Controller
class UnreadableRecords {

    private static final String ALL = "all";

    private final ReplayDeadLetters letters;
    private final DeliverySearch search;
    private final AuditLog audit;
    private final ConsoleWording words;

    UnreadableRecords(ReplayDeadLetters letters, DeliverySearch search, AuditLog audit, ConsoleWording words) {
        this.letters = letters;
        this.search = search;
        this.audit = audit;
        this.words = words;
    }

    @GetMapping("/act/replay")
    String ask(@RequestParam String place, WayBack back, Model model) {
        model.addAttribute("what", "replay")
                .addAttribute("back", back.or(MailOverview.NEEDS_PERSON))
                .addAttribute("place", place)
                .addAttribute("all", place.equals(ALL));
        return "confirm";
    }

    /** Who wished it is noted first: the record comes back at once, and its reader would note it as a command's. */
    @PostMapping("/act/replay")
    String replay(@RequestParam String place, WayBack back, Principal user, RedirectAttributes after) {
        Set<String> places = new HashSet<>(search.unreadable());
        if (!place.equals(ALL)) {
            places.retainAll(List.of(place));
        }
        places.forEach(one -> audit.note("replay", one, user.getName(), Instant.now()));
        int replayed = places.isEmpty() ? 0 : letters.replay(places::contains);
        return new PressAnswer(replayed > 0, told(replayed)).on(back.or(MailOverview.NEEDS_PERSON), after);
    }

    private String told(int replayed) {
        return replayed == 0 ? words.told("replay-none") : words.told("replay", replayed);
    }
}
