package org.foramen.notifier.console;

import java.security.Principal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.foramen.notifier.ledger.AuditLog;
import org.foramen.notifier.operations.ReplayDeadLetters;
import org.foramen.notifier.topic.DeadLetterRecord;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The records that could not be read, and the way back for them. */
@Controller
class DeadLetterPages {

    private static final String ALL = "all";

    private final ReplayDeadLetters letters;
    private final AuditLog audit;

    DeadLetterPages(ReplayDeadLetters letters, AuditLog audit) {
        this.letters = letters;
        this.audit = audit;
    }

    @GetMapping("/dead-letters")
    String show(Model model) {
        List<DeadLetterRecord> newestFirst = letters.all().stream()
                .sorted(Comparator.comparing(DeadLetterRecord::at).reversed())
                .toList();
        Map<String, AuditLog.Entry> replayed = audit.allOf("replay").stream()
                .collect(Collectors.toMap(AuditLog.Entry::subject, entry -> entry, (older, newer) -> newer));
        model.addAttribute("letters", newestFirst).addAttribute("replayed", replayed);
        return "dead-letters";
    }

    @GetMapping("/act/replay")
    String ask(@RequestParam String place, Model model) {
        model.addAttribute("what", "replay").addAttribute("place", place).addAttribute("all", place.equals(ALL));
        return "confirm";
    }

    @PostMapping("/act/replay")
    String replay(@RequestParam String place, Principal user, RedirectAttributes after) {
        List<DeadLetterRecord> wanted = letters.all().stream()
                .filter(letter -> place.equals(ALL) || place.equals(letter.place()))
                .toList();
        if (!wanted.isEmpty()) {
            letters.replay(place);
        }
        wanted.forEach(letter -> audit.note("replay", letter.place(), user.getName(), Instant.now()));
        after.addFlashAttribute("told", told(wanted.size()));
        return "redirect:/dead-letters";
    }

    private static String told(int replayed) {
        return switch (replayed) {
            case 0 -> "There is no such dead letter; nothing was replayed.";
            case 1 -> "1 dead letter is on the topic again. What still cannot be read comes back here.";
            default -> replayed + " dead letters are on the topic again. What still cannot be read comes back here.";
        };
    }
}
