package org.foramen.notifier.console.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.file.Path;
import java.time.LocalDate;
import org.foramen.content.ClinicContent;
import org.foramen.content.ContentCopy;
import org.foramen.content.print.HandoutPdfs;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.message.desk.MailLinks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The list of handouts warns of approvals before they run out. */
class LibraryPagesTests {

    private static final String HEADING = "To be read again by a clinician";

    @TempDir
    Path folder;

    @Test
    void anApprovalThatEndsSoonStandsAboveTheList() throws Exception {
        LocalDate soon = LocalDate.now().plusDays(20);

        assertThat(listWith(soon)).contains(HEADING, "general/en.md", "the word of Ana Kim, MD counts until " + soon);
    }

    @Test
    void anApprovalThatHasEndedStandsThereToo() throws Exception {
        LocalDate past = LocalDate.now().minusDays(20);

        assertThat(listWith(past)).contains(HEADING, "the word of Ana Kim, MD counted until " + past);
    }

    @Test
    void ofAnApprovalThatHoldsForLongNothingIsSaid() throws Exception {
        assertThat(listWith(LocalDate.now().plusDays(200)))
                .contains("Ana Kim, MD")
                .doesNotContain(HEADING);
    }

    private String listWith(LocalDate reviewBy) throws Exception {
        ClinicContent content =
                ContentCopy.in(folder).approve("general/en.md", reviewBy).load();
        LibraryPages pages =
                new LibraryPages(content, new HandoutPdfs(content), new Stationery(content, new MailLinks(null)));
        return MockMvcBuilders.standaloneSetup(pages)
                .setViewResolvers(ConsoleTemplates.resolver())
                .build()
                .perform(get("/library"))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
