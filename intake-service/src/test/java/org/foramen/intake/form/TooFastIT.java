package org.foramen.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.foramen.intake.token.FormScope;
import org.foramen.intake.token.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Forms that come back sooner than a person can type. */
@TestPropertySource(properties = "foramen.abuse.min-time=3s")
class TooFastIT extends RunningIntake {

    private static final FormScope CONTACT = FormScope.of("contact", null);

    @Test
    void aFormThatComesBackAtOnceIsShownAgainAndItsTimeRunsOn() throws Exception {
        Map<String, String> fields = browser().open("/");

        HttpResponse<String> answer = browser().send(fields);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains(
                        "Please press Send again",
                        "Please wait five seconds",
                        "value=\"Ana\"",
                        ">My question</textarea>");
        assertThat(PlainBrowser.hiddenIn(answer.body())).containsEntry("submission", fields.get("submission"));
        assertThat(accepted()).isEmpty();
    }

    @Test
    void withoutProofOfWorkTheFormMustHaveBeenOpenThreeTimesAsLong() throws Exception {
        Map<String, String> fields = browser().open("/");
        fields.put("submission", Tokens.issued(Duration.ofSeconds(5), CONTACT, DATA));
        assertThat(browser().send(fields).statusCode()).isEqualTo(403);

        fields.put("submission", Tokens.issued(Duration.ofSeconds(10), CONTACT, DATA));
        assertThat(browser().send(fields).statusCode()).isEqualTo(303);
        assertThat(accepted()).hasSize(1);
        assertThat(accepted().get(0).suspicions()).isEmpty();
    }

    @Test
    void aFormThatIsShownAgainBecauseItWasTooOldIsNoShortCut() throws Exception {
        Map<String, String> fields = browser().open("/");
        fields.put("submission", Tokens.issued(Duration.ofHours(25), CONTACT, DATA));

        fields.put("submission", newToken(browser().send(fields)));

        assertThat(browser().send(fields).body()).contains("Please press Send again");
        assertThat(accepted()).isEmpty();
    }

    @Test
    void aFormThatIsShownAgainBecauseItWasSentBeforeIsNoShortCut() throws Exception {
        Map<String, String> fields = browser().open("/");
        fields.put("submission", Tokens.issued(Duration.ofSeconds(10), CONTACT, DATA));
        assertThat(browser().send(fields).statusCode()).isEqualTo(303);
        fields.put("message", "Another question");

        fields.put("submission", newToken(browser().send(fields)));

        assertThat(browser().send(fields).body()).contains("Please press Send again");
        assertThat(accepted()).hasSize(1);
    }

    private static String newToken(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        return PlainBrowser.hiddenIn(answer.body()).get("submission");
    }
}
