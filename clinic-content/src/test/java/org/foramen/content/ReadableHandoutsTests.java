package org.foramen.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.foramen.content.handout.EducationSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What patients may read. */
class ReadableHandoutsTests {

    private static final LocalDate NEXT_YEAR = LocalDate.now().plusYears(1);
    private static final LocalDate PAST = LocalDate.now().minusDays(2); // the clinic's day may begin a day later

    @TempDir
    Path folder;

    @Test
    void whereNoApprovalIsRequiredAllCanBeRead() {
        ReadableHandouts handouts = new ReadableHandouts(ClinicContent.load(ContentCopy.ORIGINAL), false);

        assertThat(handouts.find("discectomy", "es"))
                .get()
                .extracting(EducationSummary::id)
                .isEqualTo("discectomy");
    }

    @Test
    void whereNothingIsApprovedNothingCanBeRead() {
        ReadableHandouts handouts = new ReadableHandouts(ClinicContent.load(ContentCopy.ORIGINAL), true);

        assertThat(handouts.find("discectomy", "es")).isEmpty();
        assertThat(handouts.find(null, "en")).isEmpty();
    }

    @Test
    void theApprovedLeafletStandsInForAHandoutThatIsNotApproved() {
        ClinicContent content =
                ContentCopy.in(folder).approve("general/en.md", NEXT_YEAR).load();
        ReadableHandouts handouts = new ReadableHandouts(content, true);

        assertThat(id(handouts.find("discectomy", "en"))).isEqualTo("general");
        assertThat(handouts.find("discectomy", "es")).as("another language").isEmpty();
    }

    @Test
    void anApprovalCountsUntilItsDayOfReview() {
        ClinicContent content = ContentCopy.in(folder)
                .approve("procedures/discectomy/en.md", NEXT_YEAR)
                .approve("procedures/discectomy/es.md", PAST)
                .load();
        ReadableHandouts handouts = new ReadableHandouts(content, true);

        assertThat(id(handouts.find("discectomy", "en"))).isEqualTo("discectomy");
        assertThat(handouts.find("discectomy", "es")).isEmpty();
    }

    private static String id(Optional<EducationSummary> found) {
        return found.orElseThrow().id();
    }
}
