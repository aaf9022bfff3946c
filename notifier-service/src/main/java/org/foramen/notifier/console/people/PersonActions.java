package org.foramen.notifier.console.people;

import java.security.Principal;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.cases.CaseFile;
import org.foramen.notifier.cases.CaseFilter.Lane;
import org.foramen.notifier.cases.Cases;
import org.foramen.notifier.cases.CloseReason;
import org.foramen.notifier.cases.action.CaseActions;
import org.foramen.notifier.cases.action.CaseChange;
import org.foramen.notifier.console.press.PressAnswer;
import org.foramen.notifier.console.press.WayBack;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the front desk notes about a person, each with one press. */
@Controller
class PersonActions {

    private final Cases cases;
    private final CaseActions actions;
    private final CaseWords words;

    PersonActions(Cases cases, CaseActions actions, CaseWords words) {
        this.cases = cases;
        this.actions = actions;
        this.words = words;
    }

    @PostMapping("/people/{id}/{press:take|reached|no-answer|left-word|close|reopen}")
    String note(
            @PathVariable String id,
            @PathVariable String press,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable CloseReason why,
            WayBack back,
            Principal user,
            RedirectAttributes after) {
        InquiryId inquiry = PersonPage.known(id);
        CaseChange change = pressed(press, inquiry, version, user.getName(), why);
        String outcome = PressOutcome.of(inquiry.reference(), change, triedLane(inquiry), user.getName(), words);
        return new PressAnswer(change instanceof CaseChange.Done, outcome).on(back.or("/"), after);
    }

    /** An emergency stays on top until somebody reached the person. */
    private Lane triedLane(InquiryId inquiry) {
        return cases.find(inquiry).filter(CaseFile::emergency).isPresent() ? Lane.NOW : Lane.TRIED;
    }

    private CaseChange pressed(String press, InquiryId id, int seen, String user, @Nullable CloseReason why) {
        return switch (press) {
            case "take" -> actions.take(id, seen, user);
            case "reached" -> actions.reached(id, seen, user);
            case "no-answer" -> actions.noAnswer(id, seen, user);
            case "left-word" -> actions.leftWord(id, seen, user);
            case "reopen" -> actions.reopen(id, seen, user);
            default -> close(id, seen, user, why);
        };
    }

    private CaseChange close(InquiryId id, int seen, String user, @Nullable CloseReason why) {
        if (why == null || !CloseReason.CHOICES.contains(why)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return actions.close(id, seen, user, why);
    }
}
