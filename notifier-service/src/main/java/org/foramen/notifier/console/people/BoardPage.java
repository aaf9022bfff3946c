package org.foramen.notifier.console.people;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foramen.content.ClinicContent;
import org.foramen.contract.Level;
import org.foramen.notifier.cases.CaseCounts;
import org.foramen.notifier.cases.CaseFigures;
import org.foramen.notifier.cases.CaseFile;
import org.foramen.notifier.cases.CaseFilter.Lane;
import org.foramen.notifier.cases.CaseState;
import org.foramen.notifier.cases.Cases;
import org.foramen.notifier.cases.CloseReason;
import org.foramen.notifier.console.view.ConsoleWording;
import org.foramen.notifier.console.view.Page;
import org.foramen.notifier.console.view.Standings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: who is to be answered, the most pressing first. */
@Controller
class BoardPage {

    private static final Duration LOOKING_BACK = Duration.ofDays(30);

    private final Cases cases;
    private final CaseFigures figures;
    private final BoardRows rows;
    private final CaseWords words;
    private final ConsoleWording wording;
    private final Standings standings;
    private final ClinicContent content;

    BoardPage(
            Cases cases,
            CaseFigures figures,
            BoardRows rows,
            CaseWords words,
            ConsoleWording wording,
            Standings standings,
            ClinicContent content) {
        this.cases = cases;
        this.figures = figures;
        this.rows = rows;
        this.words = words;
        this.wording = wording;
        this.standings = standings;
        this.content = content;
    }

    @GetMapping("/")
    String show(BoardFilter filter, Model model) {
        Instant now = Instant.now();
        CaseCounts counts = figures.counts();
        CaseCounts.FirstAnswers answers = figures.firstAnswers(now.minus(LOOKING_BACK));
        model.addAttribute("headline", wording.headline(standings.mail(), counts.emergencies()))
                .addAttribute("counts", counts)
                .addAttribute("answers", answers)
                .addAttribute("inTime", answers.inTime() == null ? null : Math.round(100 * answers.inTime()))
                .addAttribute("lanes", lanes(filter, now))
                .addAttribute("filter", filter)
                .addAttribute("back", filter.address())
                .addAttribute("alarming", counts.emergencies());
        addChoices(model);
        return "board";
    }

    private void addChoices(Model model) {
        model.addAttribute("cases", words)
                .addAttribute("reasons", CloseReason.CHOICES)
                .addAttribute("states", CaseState.values())
                .addAttribute("owners", cases.owners())
                .addAttribute("levels", Level.values())
                .addAttribute("languages", content.clinic().languages())
                .addAttribute("procedures", content.library().procedures());
    }

    private List<BoardLane> lanes(BoardFilter filter, Instant now) {
        Map<String, String> above = new HashMap<>();
        List<BoardLane> lanes = new ArrayList<>();
        int asked = filter.lane() == null || filter.page() == null ? 1 : filter.page();
        for (Lane lane : filter.lane() == null ? Lane.values() : new Lane[] {filter.lane()}) {
            Page<CaseFile> page = Page.of(asked, (most, skipped) -> cases.page(filter.in(lane), most, skipped));
            lanes.add(new BoardLane(
                    lane,
                    words.title(lane),
                    words.none(lane),
                    rows.of(page.rows(), above, now),
                    page.number(),
                    page.more()));
        }
        return lanes;
    }
}
