package org.foramen.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Thousands of broken requests: each is answered, none with a word of what was sent, and none is our mistake. */
class FuzzIT extends RunningIntake {

    private static final int ROUNDS = 1500;
    private static final String GOOD =
            """
            {"name": "Canary", "email": "canary@example.com", "message": "", "treatments": ["medicine"],
             "preferredContact": "phone", "phone": "", "consentToEmail": true, "unknown": {"canary": [1, 2.5e3, null]}}
            """;
    private static final String[] PIECES = {
        "\0",
        "\"",
        "\\",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "null",
        "true",
        "1e999999999",
        "-0",
        "NaN",
        "\\u0000",
        "\\ud800",
        "\\uD83D\\uDCA5",
        "\ufeff",
        "\u2028",
        "💥",
        "/*",
        "//",
        "'",
        "\"name\":",
        "\"kind\":",
        "[".repeat(40),
        "{\"a\":".repeat(40)
    };

    private final Random random = new Random(20261122);

    @Test
    void brokenJsonIsAnsweredWithAProblem() throws Exception {
        PlainBrowser browser = browser();
        for (int round = 0; round < ROUNDS; round++) {
            String json = broken(GOOD);
            HttpResponse<String> answer = browser.sendJson(json);

            assertThat(answer.statusCode()).as(json).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).as(json).contains("application/problem+json");
            assertSaysNothing(answer, json);
        }
        assertThat(accepted()).isEmpty();
    }

    @Test
    void brokenFormsAreAnsweredWithAPage() throws Exception {
        PlainBrowser browser = browser();
        Map<String, String> fields = browser.open("/considering");
        fields.remove("message");
        for (int round = 0; round < ROUNDS / 5; round++) {
            for (String field :
                    new String[] {"email", "phone", "region", "treatments", "kind", "submission", "altcha"}) {
                fields.put(field, broken("<b>canary</b>"));
            }
            HttpResponse<String> answer = browser.send(fields);

            assertThat(answer.statusCode()).as(fields.toString()).isBetween(400, 403);
            assertThat(answer.body()).as(fields.toString()).contains("<html").doesNotContain("<b>canary", "Exception");
        }
        assertThat(accepted()).isEmpty();
    }

    private static void assertSaysNothing(HttpResponse<String> answer, String sent) {
        assertThat(answer.body())
                .as(sent)
                .doesNotContainIgnoringCase("canary")
                .doesNotContain("Exception", "\tat ", "org.foramen", "jackson");
    }

    private String broken(String text) {
        StringBuilder broken = new StringBuilder(text);
        for (int change = random.nextInt(4); change >= 0; change--) {
            int at = random.nextInt(broken.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> broken.setLength(at);
                case 1 -> broken.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 2 -> broken.delete(at, Math.min(broken.length(), at + 1 + random.nextInt(9)));
                default -> broken.insert(at, (char) random.nextInt(0xd800));
            }
        }
        return broken.toString();
    }
}
