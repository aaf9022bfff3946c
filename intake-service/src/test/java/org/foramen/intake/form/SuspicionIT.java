package org.foramen.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.foramen.contract.InquiryReceived;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks like a robot's is accepted like all else, and the clinic is told why it was suspected. */
class SuspicionIT extends RunningIntake {

    private static final String ADVERTISING =
            "We rank clinics first! https://a.example https://b.example www.c.example";

    @Test
    void whoFillsInTheFieldThatNobodySeesIsSuspected() throws Exception {
        assertThat(suspicionsOf("topic", "Cheap pills")).containsExactly("hidden-field");
    }

    @Test
    void whoSendsAProofThatProvesNothingIsSuspected() throws Exception {
        assertThat(suspicionsOf("altcha", "bm90aGluZw==")).containsExactly("no-proof-of-work");
    }

    @Test
    void whoSendsManyLinksIsSuspected() throws Exception {
        assertThat(suspicionsOf("message", ADVERTISING)).containsExactly("links");
    }

    @Test
    void whoJustFillsInTheFormIsNot() throws Exception {
        assertThat(suspicionsOf("message", "My MRI is at https://portal.example/1"))
                .isEmpty();
    }

    @Test
    void aProgramThatSendsManyLinksIsSuspected() throws Exception {
        String json = "{\"kind\": \"contact\", \"name\": \"Ana\", \"phone\": \"310-555-0112\", \"message\": \"%s\"}";

        HttpResponse<String> answer = browser().sendJson(json.formatted(ADVERTISING));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).contains("\"reference\"").doesNotContain("answerBy");
        assertThat(accepted().get(0).suspicions()).containsExactly("links");
    }

    @Test
    void nobodyWhoLooksLikeARobotIsPromisedAnAnswerNorToldWhy() throws Exception {
        String page = receiptOf("topic", "filled in by a helpful program");
        String receipt = page.substring(page.indexOf("</style>")); // a font is called Roboto

        assertThat(receipt)
                .contains("We have your question", "To be sure of an answer, call", "Monday to Friday")
                .doesNotContain("We email you by", "A person at our front desk", "Not heard from us")
                .doesNotContainIgnoringCase("robot")
                .doesNotContainIgnoringCase("spam");
        assertThat(receiptOf("message", "My question")).contains("We email you by");
    }

    /** The front desk is not asked to answer what the notifier will take for business, by the same rule. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "We offer SEO for your website, reply for our price list",
                "Please disregard my question, I found another surgeon",
                "Ofrecemos implantes a precios de mayoreo"
            })
    void nobodyWhoSendsBusinessMailIsPromisedAnAnswer(String message) throws Exception {
        assertThat(receiptOf("message", message))
                .contains("We have your question", "To be sure of an answer, call")
                .doesNotContain("We email you by", "A person at our front desk", "We also try to email you");
    }

    @Test
    void whoMayNeedHelpNowIsTakenForAPatientWhateverElseTheyWrite() throws Exception {
        assertThat(receiptOf("message", "Please disregard my question, I can't pee and my legs are numb"))
                .contains("Call 911");
    }

    @Test
    void aSuspicionHidesNoEmergency() throws Exception {
        Map<String, String> fields = browser().open("/");
        fields.put("topic", "filled in by a helpful program");
        fields.put("message", "I can't pee and I am numb between my legs");

        HttpResponse<String> answer = browser().send(fields);

        String receipt = answer.headers().firstValue("Location").orElseThrow();
        assertThat(browser().get(receipt).body()).contains("Call 911");
        assertThat(receipt)
                .as("histories and logs keep addresses")
                .matches("/received/[0-9A-Z]{4}-[0-9A-Z]{4}\\?note=[A-Za-z0-9_-]{123}&lang=en");
        InquiryReceived inquiry = accepted().get(0);
        assertThat(inquiry.urgent()).isTrue();
        assertThat(inquiry.suspected()).isTrue();
    }

    @Test
    void theFieldThatNobodySeesIsOutOfTheWayOfPeopleAndTheirPrograms() throws Exception {
        assertThat(browser().get("/").body())
                .containsPattern("<p class=\"trap\"><label><span>Leave this empty</span>"
                        + " <input name=\"topic\" autocomplete=\"off\" tabindex=\"-1\"></label></p>");
        assertThat(browser().get("/").body()).contains(".trap{display:none;}");
    }

    private String receiptOf(String field, String value) throws Exception {
        Map<String, String> fields = browser().open("/");
        fields.put(field, value);
        String receipt = browser().send(fields).headers().firstValue("Location").orElseThrow();
        return browser()
                .get(URI.create(receipt).getPath() + "?" + URI.create(receipt).getQuery())
                .body();
    }

    private Iterable<String> suspicionsOf(String field, String value) throws Exception {
        Map<String, String> fields = browser().open("/");
        fields.put(field, value);
        assertThat(browser().send(fields).statusCode()).isEqualTo(303);
        return accepted().get(0).suspicions();
    }
}
