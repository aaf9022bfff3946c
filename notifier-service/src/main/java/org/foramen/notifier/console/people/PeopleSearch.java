package org.foramen.notifier.console.people;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.foramen.notifier.cases.CaseFile;
import org.foramen.notifier.cases.Cases;
import org.foramen.notifier.cases.CloseReason;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Finds people by a reference, a phone number or an e-mail address. It is asked by a POST, so that what is typed stands in no
 * address and in no log; it is looked up by its fingerprint and then forgotten.
 */
@Controller
class PeopleSearch {

    private static final int MOST = 50;
    private static final int LONGEST = 254;

    private final Cases cases;
    private final BoardRows rows;
    private final CaseWords words;

    PeopleSearch(Cases cases, BoardRows rows, CaseWords words) {
        this.cases = cases;
        this.rows = rows;
        this.words = words;
    }

    @PostMapping("/people/search")
    String find(@RequestParam(defaultValue = "") String typed, Model model) {
        String wanted = typed.strip();
        Map<String, CaseFile> found = new LinkedHashMap<>();
        if (!wanted.isEmpty() && wanted.length() <= LONGEST) {
            Stream.concat(
                            cases.byPerson(wanted, MOST).stream(),
                            wanted.contains("@") ? Stream.empty() : cases.byReference(wanted, MOST).stream())
                    .forEach(file -> found.putIfAbsent(file.inquiry().value(), file));
        }
        model.addAttribute(
                        "rows", rows.of(found.values().stream().limit(MOST).toList(), new HashMap<>(), Instant.now()))
                .addAttribute("cases", words)
                .addAttribute("reasons", CloseReason.CHOICES)
                .addAttribute("back", "/");
        return "found";
    }
}
