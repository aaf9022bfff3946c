package org.foramen.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.wire.InquiryJson;
import org.foramen.intake.token.FormScope;
import org.foramen.intake.token.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms that come in without being shown before: nothing is accepted, nothing typed is lost, and sending again works. */
class SubmissionTokenIT extends RunningIntake {

    private static final FormScope CONTACT = FormScope.of("contact", null);

    @ParameterizedTest
    @ValueSource(strings = {"", "forged", "0b5f5a0e-6d0c-4d35-8b34-9d8f4a1f2a11"})
    void aFormThatWasNeverShownIsShownWithAllThatWasTyped(String token) throws Exception {
        Map<String, String> fields = browser().open("/");
        fields.put("submission", token);

        HttpResponse<String> answer = browser().send(fields);

        assertShownAgain(answer, "Please press Send once more");
        assertSentWhenSentAgain(fields, answer);
    }

    @Test
    void aFormWithoutATokenFieldIsShownAgain() throws Exception {
        Map<String, String> fields = browser().open("/");
        fields.remove("submission");

        assertShownAgain(browser().send(fields), "Please press Send once more");
    }

    @Test
    void aFormThatWasOpenForMoreThanADayIsShownAgainAndMayBeSentThen() throws Exception {
        Map<String, String> fields = browser().open("/");
        fields.put("submission", Tokens.issued(Duration.ofHours(25), CONTACT, DATA));

        HttpResponse<String> answer = browser().send(fields);

        assertShownAgain(answer, "Please press Send once more");
        assertSentWhenSentAgain(fields, answer);
    }

    @Test
    void aFormThatWasOpenForAlmostADayIsTaken() throws Exception {
        Map<String, String> fields = browser().open("/");
        fields.put("submission", Tokens.issued(Duration.ofHours(23), CONTACT, DATA));

        assertThat(browser().send(fields).statusCode()).isEqualTo(303);
        assertThat(accepted()).hasSize(1);
    }

    @Test
    void theTokenOfOneFormIsNoGoodForAnother() throws Exception {
        Map<String, String> fields = browser().open("/considering/foraminotomy");
        fields.put("submission", browser().open("/").get("submission"));

        assertShownAgain(browser().send(fields), "Please press Send once more");
    }

    @Test
    void theFormAboutAnyProcedureIsGoodForTheOneThatIsChosen() throws Exception {
        Map<String, String> fields = browser().open("/considering");
        fields.put("procedure", "foraminotomy");

        assertThat(browser().send(fields).statusCode()).isEqualTo(303);
    }

    @Test
    void aTokenIsGoodForOneInquiry() throws Exception {
        Map<String, String> fields = browser().open("/");
        HttpResponse<String> first = browser().send(fields);
        HttpResponse<String> again = browser().send(fields);
        fields.put("message", "My other question");
        HttpResponse<String> changed = browser().send(fields);

        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"))
                .isPresent();
        assertThat(accepted()).hasSize(1);
        assertThat(changed.statusCode()).isEqualTo(403);
        assertThat(changed.body()).contains("Please press Send once more", "My other question");
        fields.put("submission", PlainBrowser.hiddenIn(changed.body()).get("submission"));
        assertThat(browser().send(fields).statusCode()).isEqualTo(303);
    }

    /** Another intake, and this one after a restart, know nothing of it: the notifier tells by this. */
    @Test
    void whatIsSentWithATokenSaysWhichWithoutTheToken() throws Exception {
        Map<String, String> fields = browser().open("/");
        String token = fields.get("submission");

        browser().send(fields);

        byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        InquiryReceived sent = accepted().get(0);
        assertThat(sent.tokenHash())
                .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
        assertThat(new String(InquiryJson.write(sent), StandardCharsets.UTF_8)).doesNotContain(token);
    }

    @Test
    void aTokenIsGoodForOneInquiryHoweverManyComeAtOnce() throws Exception {
        String token = browser().open("/").get("submission");
        ExecutorService people = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Integer>> posts = IntStream.range(0, 16)
                    .<Callable<Integer>>mapToObj(number -> () -> browser()
                            .send(Map.of(
                                    "kind", "contact",
                                    "name", "Ana",
                                    "email", "ana@example.com",
                                    "consentToEmail", "true",
                                    "message", "Question " + number,
                                    "submission", token))
                            .statusCode())
                    .toList();
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> one : people.invokeAll(posts)) {
                answers.add(one.get());
            }

            assertThat(answers).containsOnlyOnce(303).containsOnly(303, 403);
            assertThat(accepted()).hasSize(1);
        } finally {
            people.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Origin: https://evil.example"})
    void aPostOfAnotherSitesPageIsNotAccepted(String header) throws Exception {
        Map<String, String> fields = browser().open("/");

        HttpResponse<String> answer = browser().send(fields, header.split(": "));

        assertShownAgain(answer, "Please press Send once more");
        assertSentWhenSentAgain(fields, answer);
    }

    @Test
    void thePagesSetNoCookies() throws Exception {
        Map<String, String> fields = browser().open("/");

        assertThat(browser().get("/").headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(browser().send(fields).headers().firstValue("Set-Cookie")).isEmpty();
    }

    private void assertShownAgain(HttpResponse<String> answer, String title) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains(title, "value=\"Ana\"", "value=\"ana@example.com\"", ">My question</textarea>")
                .contains("What you typed is still here", "310-423-9716", "Is this an emergency?");
        assertThat(accepted()).isEmpty();
    }

    private void assertSentWhenSentAgain(Map<String, String> fields, HttpResponse<String> answer) throws Exception {
        fields.put("submission", PlainBrowser.hiddenIn(answer.body()).get("submission"));
        assertThat(browser().send(fields).statusCode()).isEqualTo(303);
        assertThat(accepted()).hasSize(1);
    }
}
