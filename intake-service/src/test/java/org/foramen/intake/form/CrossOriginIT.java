package org.foramen.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which sites' scripts may use the API. */
class CrossOriginIT extends RunningIntake {

    private static final String JSON =
            "{\"kind\": \"contact\", \"name\": \"Ana\", \"email\": \"ana@example.com\", \"message\": \"My question\", \"consentToEmail\": true}";

    @Test
    void scriptsOfAnAllowedSiteMay() throws Exception {
        String answer = headers("GET /api/submission-token", CLINIC_SITE.origin());
        assertThat(answer).contains("Access-Control-Allow-Origin: " + CLINIC_SITE.origin() + "\r\n");
        assertThat(answer).doesNotContain("Access-Control-Allow-Credentials");
        assertThat(headers("OPTIONS /api/inquiries", CLINIC_SITE.origin()))
                .contains("Access-Control-Allow-Origin: " + CLINIC_SITE.origin() + "\r\n")
                .containsIgnoringCase("content-type, submission-token");
        assertThat(browser().sendJson(JSON, "Origin", CLINIC_SITE.origin()).statusCode())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "SITE.evil.example", "SITE:80", "http://localhost", "*"})
    void scriptsOfOtherSitesMayNot(String text) throws Exception {
        String origin = text.replace("SITE", CLINIC_SITE.origin());

        assertThat(headers("GET /api/submission-token", origin)).doesNotContain("Access-Control-Allow");
        assertThat(headers("OPTIONS /api/inquiries", origin)).doesNotContain("Access-Control-Allow");
        assertThat(headers("GET /", origin)).doesNotContain("Access-Control-Allow");
        assertThat(browser().sendJson(JSON, "Origin", origin).statusCode()).isEqualTo(403);
        assertThat(accepted()).isEmpty();
    }

    private String headers(String request, String origin) throws IOException {
        try (RawClient client = new RawClient("127.0.0.1", port())) {
            client.say(request + " HTTP/1.1\r\nHost: 127.0.0.1:" + port() + "\r\nConnection: close\r\nOrigin: " + origin
                    + "\r\nAccess-Control-Request-Method: POST"
                    + "\r\nAccess-Control-Request-Headers: content-type, submission-token\r\n\r\n");
            return client.head();
        }
    }
}
