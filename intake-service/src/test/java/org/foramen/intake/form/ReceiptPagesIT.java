package org.foramen.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands on a receipt where somebody may be in danger, whatever else its address says. */
class ReceiptPagesIT extends RunningIntake {

    private static final String ALL_THE_REST = "&by=phone&mail=yes&about=foraminotomy&at=tqjm00&lang=";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            emergency | en | Please get help now | Call 911    | We have your question | What happens next
            emergency | es | Busque ayuda ahora  | Llamar al 911 | Ya tenemos su pregunta | Qué sigue
            crisis    | en | You are not alone   | Call 911    | We have your question | What happens next
            crisis    | es | Hay ayuda para usted | Llamar al 911 | Ya tenemos su pregunta | Qué sigue
            """)
    void whereSomebodyMayBeInDangerStandTheGuidanceTheButtonsAndTheReference(
            String guidance, String language, String title, String button, String cheer, String next) throws Exception {
        String page = browser()
                .get("/received/K7F3-92QX?guidance=" + guidance + ALL_THE_REST + language)
                .body();

        assertThat(page)
                .containsSubsequence(
                        "<div class=\"urgent\" role=\"alert\"",
                        "<h1 id=\"title\">" + title + "</h1>",
                        "<a class=\"help\" href=\"tel:911\">" + button + "</a>",
                        "<strong>K7F3-92QX</strong>")
                .doesNotContain(cheer, next, "/handouts/", "class=\"note\"", "<ol>");
    }

    @ParameterizedTest
    @CsvSource({"en, sms:988\"", "es, sms:988?body=AYUDA\""})
    void inACrisis988IsCalledOrTextedByATap(String language, String text) throws Exception {
        assertThat(browser()
                        .get("/received/K7F3-92QX?guidance=crisis&lang=" + language)
                        .body())
                .containsSubsequence(
                        "<a class=\"help\" href=\"tel:988\">", "<a class=\"help\" href=\"" + text, "tel:911");
    }

    @ParameterizedTest
    @CsvSource({"en, Call 310-423-9716, We call you by", "es, Llamar al 310-423-9716, Le llamamos a más tardar"})
    void whoShouldBeSeenTodayIsToldToCallFirstAndStillWhenWeCall(String language, String button, String promise)
            throws Exception {
        String page = browser()
                .get("/received/K7F3-92QX?guidance=call-today&by=phone&mail=no&at=tqjm00&lang=" + language)
                .body();

        assertThat(page.replaceAll("</?span[^>]*>", ""))
                .containsSubsequence("<a class=\"help\" href=\"tel:+13104239716\">" + button, "tel:911", promise);
    }
}
