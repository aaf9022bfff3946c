package org.foramen.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.foramen.contract.InquiryReceived;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and programs type that nobody hoped for. */
class BadInputIT extends RunningIntake {

    private static final String MARKUP = "<script>alert(1)</script>\"'>&lt;{{phone}}${7*7}[[${7*7}]]";

    @ParameterizedTest
    @ValueSource(strings = {"An\u0000a", "An\u0007a", "An\u001ba", "Ana\r\nBcc: all@example.com", "Ana\u2028Ruiz"})
    void aNameWithControlCharactersIsRefused(String name) throws Exception {
        HttpResponse<String> answer = post(Map.of("name", name));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Type your name on one line, with letters only.");
        assertThat(accepted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"مرحبا، ظهري يؤلمني", "abc \u202Egnp.exe", "👩‍👩‍👧‍👦 🦴", "Z̷̨a̸͝l̵g̶o"})
    void everyScriptIsKeptAsItWasTyped(String message) throws Exception {
        assertThat(post(Map.of("message", message)).statusCode()).isEqualTo(303);

        assertThat(accepted()).extracting(InquiryReceived::message).containsExactly(message);
    }

    @Test
    void markupIsShownAndNotObeyed() throws Exception {
        HttpResponse<String> answer = post(Map.of("name", MARKUP, "email", MARKUP, "phone", MARKUP, "message", MARKUP));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "{{phone}}${7*7}[[${7*7}]]");
    }

    @Test
    void fiveThousandCharactersAreTakenAndNoMore() throws Exception {
        assertThat(post(Map.of("message", "🦴".repeat(5000))).statusCode()).isEqualTo(303);
        assertThat(accepted().get(0).message()).isEqualTo("🦴".repeat(5000));

        HttpResponse<String> answer = post(Map.of("message", "a".repeat(5001)));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Your question can have 5,000 letters at most.", "a".repeat(5001));
    }

    @Test
    void aFloodIsRefusedWithAPage() throws Exception {
        HttpResponse<String> answer = post(Map.of("message", "a".repeat(70_000)));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("We could not read this", "310-423-9716");
    }

    @ParameterizedTest
    @ValueSource(strings = {"region", "howLong", "imaging", "treatments", "bestTime", "preferredContact"})
    void anAnswerThatIsNotOnTheListIsRefused(String field) throws Exception {
        HttpResponse<String> answer = post(Map.of(field, "\u202E<b>other</b>"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("<b>other");
    }

    private HttpResponse<String> post(Map<String, String> changed) throws IOException, InterruptedException {
        Map<String, String> fields = browser().open("/");
        fields.putAll(changed);
        return browser().send(fields);
    }
}
