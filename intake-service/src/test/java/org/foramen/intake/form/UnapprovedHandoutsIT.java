package org.foramen.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.foramen.content.ContentCopy;
import org.foramen.contract.Level;
import org.foramen.intake.receipt.ReceiptNote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** In production nobody reads a handout that no clinician has approved; here only the English one about discectomy is. */
class UnapprovedHandoutsIT extends ProductionIntake {

    private static final String UNREADY = "This handout is not ready";
    private static final String FORAMINOTOMY = "takes pressure off a nerve in your neck or back";
    private static final String DISCECTOMY = "part of a disc that presses on a nerve";

    @DynamicPropertySource
    static void oneApproval(DynamicPropertyRegistry settings) throws IOException {
        Path folder = Files.createTempDirectory(DATA, "content-");
        ContentCopy.in(folder)
                .approve("procedures/discectomy/en.md", LocalDate.now().plusYears(1));
        settings.add("foramen.content", folder::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/handouts/general?lang=en", "/handouts/foraminotomy/en.pdf", "/handouts/general/en.pdf"})
    void inPlaceOfATextStandsHowToReachTheClinic(String path) throws Exception {
        HttpResponse<String> answer = browser().get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains(UNREADY, "href=\"tel:+13104239716\"", "Go to the contact form")
                .doesNotContain("neck");
    }

    @Test
    void aProceduresPageHasItsFormAndNoText() throws Exception {
        String page = browser().get("/considering/foraminotomy?lang=en").body();

        assertThat(page).contains(UNREADY, "<h1 id=\"form-title\">Foraminotomy</h1>", "name=\"message\"");
        assertThat(page).doesNotContain(FORAMINOTOMY, "Print (PDF)", "Read about this surgery");
    }

    @Test
    void anApprovedTextIsShownAndPrinted() throws Exception {
        assertThat(browser().get("/considering/discectomy?lang=en").body())
                .contains(DISCECTOMY, "Print (PDF)")
                .doesNotContain(UNREADY);
        assertThat(browser().get("/handouts/discectomy/en.pdf").body()).startsWith("%PDF-");
        assertThat(browser().get("/considering/discectomy?lang=es").body()).contains("no está listo");
    }

    @Test
    void theContactFormAndTheApiNameOnlyWhatCanBeRead() throws Exception {
        String form = browser().get("/?lang=en").body();
        String procedures = browser().get("/api/procedures?lang=en").body();

        assertThat(form)
                .contains("/considering/discectomy?lang=en")
                .doesNotContain("/considering/foraminotomy?lang=en");
        assertThat(procedures).contains("\"id\":\"foraminotomy\"").doesNotContain("opening for a nerve");
        assertThat(procedures).containsOnlyOnce("summary");
    }

    @Test
    void aReceiptOffersNothingThatCannotBeRead() throws Exception {
        assertThat(receiptAbout("foraminotomy"))
                .contains("We will not email you.")
                .doesNotContain("print the handout", "/handouts/");
        assertThat(receiptAbout("discectomy"))
                .contains("You can read or print the handout here.", "/handouts/discectomy/en.pdf");
    }

    private String receiptAbout(String procedure) throws Exception {
        ReceiptNote note = new ReceiptNote("K7F3-92QX", Level.USUAL, null, false, procedure, null);
        return browser().get(pathOf(note) + "&lang=en").body();
    }
}
