package org.foramen.notifier.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.foramen.content.ClinicContent;
import org.foramen.content.approval.Approval;
import org.foramen.content.approval.SignOff;
import org.foramen.content.approval.TextApproval;
import org.foramen.notifier.ledger.DeliverySearch;
import org.foramen.notifier.ledger.statistics.LedgerStatistics;
import org.foramen.notifier.reconciliation.Reconciliation;
import org.junit.jupiter.api.Test;

/** The one sentence above a page. */
class HeadlineTests {

    private static final ConsoleWording WORDS = new ConsoleWording(ClinicContent.load(Path.of("../content")));
    private static final Instant NOW = Instant.parse("2026-11-28T18:00:00Z");
    private static final TextApproval ENDING = new TextApproval(
            "general/en.md",
            new Approval(
                    new SignOff("Ana Kim, MD", LocalDate.of(2025, 12, 1), LocalDate.of(2026, 12, 1), "0".repeat(64))));

    @Test
    void allIsWellWhileNothingWaits() {
        assertThat(WORDS.headline(standing(List.of()), 0)).isEqualTo(new Headline(Headline.Grade.WELL, List.of()));
    }

    @Test
    void anApprovalThatEndsIsLookedAtBeforeItIsOver() {
        assertThat(WORDS.headline(standing(List.of(ENDING)), 0))
                .isEqualTo(new Headline(
                        Headline.Grade.LOOK, List.of("The approval of 1 text ends soon or has ended: see Handouts.")));
    }

    @Test
    void whoeverNeedsHelpNowComesFirst() {
        Headline headline = WORDS.headline(standing(List.of(ENDING, ENDING)), 2);

        assertThat(headline.grade()).isEqualTo(Headline.Grade.ACT);
        assertThat(headline.reasons())
                .containsExactly(
                        "2 emergencies are waiting.", "The approval of 2 texts ends soon or has ended: see Handouts.");
    }

    @Test
    void allIsNotWellWherePeopleAreLost() {
        assertThat(WORDS.headline(standing(List.of(), 2), 0))
                .isEqualTo(new Headline(
                        Headline.Grade.ACT,
                        List.of("Up to 2 questions were lost before anybody read them: look for these people.")));
    }

    private static MailStanding standing(List<TextApproval> ending) {
        return standing(ending, 0);
    }

    private static MailStanding standing(List<TextApproval> ending, long lost) {
        Reconciliation check = new Reconciliation(NOW, 1, 0, List.of(), 0, false, 0, 2, lost, "");
        return new MailStanding(
                NOW, new LedgerStatistics.Owed(0, null), new DeliverySearch.Troubles(0, 0, 0), true, check, ending);
    }
}
