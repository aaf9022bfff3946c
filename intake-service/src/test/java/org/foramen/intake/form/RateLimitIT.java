package org.foramen.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;

/** Floods from one address and from one network. */
@DirtiesContext(classMode = ClassMode.AFTER_CLASS)
class RateLimitIT extends ProductionIntake {

    private static final String JSON =
            "{\"kind\": \"contact\", \"name\": \"Ana\", \"email\": \"ana@example.com\", \"message\": \"My question\", \"consentToEmail\": true}";

    @Test
    void aProgramIsToldWhenToComeBack() throws Exception {
        for (int inquiry = 0; inquiry < 3; inquiry++) {
            assertThat(json("203.0.113.1").statusCode()).isEqualTo(202);
        }

        HttpResponse<String> answer = json("203.0.113.1");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 200L);
        assertThat(answer.body()).contains("too many inquiries");
        assertThat(accepted()).hasSize(3);
    }

    @Test
    void aPersonIsShownTheFormAsItWasFilledIn() throws Exception {
        for (int inquiry = 0; inquiry < 3; inquiry++) {
            assertThat(form("198.51.100.1").statusCode()).isEqualTo(303);
        }

        HttpResponse<String> answer = form("198.51.100.1");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body())
                .contains("Please wait a few minutes", "value=\"ana@example.com\"", ">My question</textarea>")
                .contains("310-423-9716", "Is this an emergency?");
    }

    @Test
    void anAddressThatTheVisitorMadeUpIsNoWayOut() throws Exception {
        for (int inquiry = 0; inquiry < 3; inquiry++) {
            assertThat(json("6.6.6." + inquiry + ", 192.0.2.1").statusCode()).isEqualTo(202);
        }

        assertThat(json("6.6.6.6, 192.0.2.1").statusCode()).isEqualTo(429);
        assertThat(json("192.0.2.2").statusCode()).isEqualTo(202);
    }

    @Test
    void theAddressesOfANetworkAreCountedTogether() throws Exception {
        int taken = 0;
        for (int host = 1; host <= 20; host++) {
            taken += json("2001:db8:7:" + host + "::1").statusCode() == 202 ? 1 : 0;
        }

        assertThat(taken).isEqualTo(5);
    }

    @Test
    void mistakesAreNotCounted() throws Exception {
        for (int mistake = 0; mistake < 10; mistake++) {
            assertThat(browser()
                            .sendJson("{\"kind\": \"contact\"}", headers("203.0.114.1"))
                            .statusCode())
                    .isEqualTo(400);
        }

        assertThat(json("203.0.114.1").statusCode()).isEqualTo(202);
    }

    private HttpResponse<String> json(String client) throws Exception {
        return browser().sendJson(JSON, headers(client));
    }

    private HttpResponse<String> form(String client) throws Exception {
        Map<String, String> fields = browser().open("/");
        return browser().send(fields, "X-Forwarded-For", client);
    }

    private static String[] headers(String client) {
        return new String[] {"X-Forwarded-For", client, "Authorization", "Bearer " + CLIENT_KEY};
    }
}
