package org.foramen.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** With all logging on, no way that an inquiry can take writes a word of it to the log. */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = "logging.level.root=DEBUG")
@DirtiesContext
class SilentLogIT extends RunningIntake {

    private static final String GOOD =
            """
            {"kind": "contact", "name": "Canaria", "email": "canaria@birds.example", "phone": "310-555-0142",
             "message": "My canary asks"}
            """;

    @Test
    void whateverBecomesOfIt(CapturedOutput output) throws Exception {
        PlainBrowser browser = browser();
        String key = UUID.randomUUID().toString();
        assertThat(browser.sendJson(GOOD, "Idempotency-Key", key).statusCode()).isEqualTo(202);
        assertThat(browser.sendJson(GOOD.replace("asks", "sings"), "Idempotency-Key", key)
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.sendJson(GOOD.replace("@birds", "@@birds")).statusCode())
                .isEqualTo(400);
        assertThat(browser.sendJson(GOOD.replace("\"Canaria\"", "[\"Canaria\"]"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.sendJson(GOOD.replace("}", "Canaria")).statusCode()).isEqualTo(400);
        assertThat(browser.sendJson(GOOD.replace("asks", "x".repeat(70_000))).statusCode())
                .isEqualTo(413);
        assertThat(browser.sendJson(GOOD, "Submission-Token", "canaria").statusCode())
                .isEqualTo(403);
        Map<String, String> fields = browser.open("/");
        fields.putAll(Map.of("name", "Canaria", "email", "canaria@birds.example", "message", "My canary asks"));
        assertThat(browser.send(fields).statusCode()).isEqualTo(303);
        fields.put("submission", "canaria");
        assertThat(browser.send(fields).statusCode()).isEqualTo(403);
        fields = browser.open("/");
        fields.putAll(Map.of("name", "Canaria", "email", "canaria@", "topic", "canaria"));
        assertThat(browser.send(fields).statusCode()).isEqualTo(400);
        assertThat(browser.post("/inquiries", "application/x-www-form-urlencoded", "message=canary%")
                        .statusCode())
                .isEqualTo(400);
        breakDisk();
        assertThat(browser.sendJson(GOOD).statusCode()).isEqualTo(503);

        assertThat(output).contains("DEBUG", "Mapped to org.foramen.intake.api.InquiryApi");
        assertThat(output.toString()
                        .lines()
                        .filter(SilentLogIT::tells)
                        .map(line -> line.substring(0, Math.min(300, line.length()))))
                .isEmpty();
    }

    private static boolean tells(String line) {
        return line.toLowerCase(Locale.ROOT).matches(".*(canar|birds\\.example|555-0142|5550142).*")
                && !line.contains("tel:");
    }
}
