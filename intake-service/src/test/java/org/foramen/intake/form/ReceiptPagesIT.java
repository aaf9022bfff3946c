package org.foramen.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.Level;
import org.foramen.intake.receipt.ReceiptNote;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands on a receipt where somebody may be in danger, whatever else its address says. */
class ReceiptPagesIT extends RunningIntake {

    private static final Instant SATURDAY = Instant.parse("2026-11-28T20:45:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            EMERGENCY | en | Please get help now | Call 911    | We have your question | What happens next
            EMERGENCY | es | Busque ayuda ahora  | Llamar al 911 | Ya tenemos su pregunta | Qué sigue
            CRISIS    | en | You are not alone   | Call 911    | We have your question | What happens next
            CRISIS    | es | Hay ayuda para usted | Llamar al 911 | Ya tenemos su pregunta | Qué sigue
            """)
    void whereSomebodyMayBeInDangerStandTheGuidanceTheButtonsAndTheReference(
            Level level, String language, String title, String button, String cheer, String next) throws Exception {
        ReceiptNote note = new ReceiptNote("K7F3-92QX", level, ContactChannel.PHONE, true, "foraminotomy", SATURDAY);

        String page = page(note, language);

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
        assertThat(page(guiding(Level.CRISIS), language))
                .containsSubsequence(
                        "<a class=\"help\" href=\"tel:988\">", "<a class=\"help\" href=\"" + text, "tel:911");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Call 310-423-9716, 'We will also call you, by'",
        "es, Llamar al 310-423-9716, 'También le llamaremos, a más tardar'"
    })
    void whoShouldBeSeenTodayIsToldToCallAndNotToWaitForOurCall(String language, String button, String promise)
            throws Exception {
        String page = page(
                new ReceiptNote("K7F3-92QX", Level.CALL_TODAY, ContactChannel.PHONE, false, null, SATURDAY), language);

        assertThat(page.replaceAll("</?span[^>]*>", ""))
                .containsSubsequence("<a class=\"help\" href=\"tel:+13104239716\">" + button, "tel:911", promise)
                .doesNotContain("<ol>", "..");
    }

    private String page(ReceiptNote note, String language) throws Exception {
        return browser().get(pathOf(note) + "&lang=" + language).body();
    }
}
