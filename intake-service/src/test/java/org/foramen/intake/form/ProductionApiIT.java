package org.foramen.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who may use the API where it matters. */
@TestPropertySource(properties = {"foramen.abuse.per-address=0", "foramen.abuse.per-network=0"})
class ProductionApiIT extends ProductionIntake {

    private static final String JSON =
            "{\"kind\": \"contact\", \"name\": \"Ana\", \"email\": \"ana@example.com\", \"message\": \"My question\", \"consentToEmail\": true}";

    @Test
    void aProgramWithoutTokenOrKeyIsRefused() throws Exception {
        HttpResponse<String> answer = browser().sendJson(JSON);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("/api/submission-token");
        assertThat(accepted()).isEmpty();
    }

    @Test
    void aServerWithAKeyIsLetIn() throws Exception {
        assertThat(browser()
                        .sendJson(JSON, "Authorization", "Bearer " + CLIENT_KEY)
                        .statusCode())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "Bearer a-key-for-tests-of-more-than-32-character", "Basic YTpi", "Bearer null"})
    void aServerWithAWrongKeyIsRefused(String authorization) throws Exception {
        assertThat(browser().sendJson(JSON, "Authorization", authorization).statusCode())
                .isEqualTo(403);
        assertThat(accepted()).isEmpty();
    }

    @Test
    void aTokenLetsOneInquiryIn() throws Exception {
        JsonNode slip = token();

        HttpResponse<String> first = browser().sendJson(JSON, "Submission-Token", text(slip, "token"));
        HttpResponse<String> again = browser().sendJson(JSON, "Submission-Token", text(slip, "token"));
        HttpResponse<String> other =
                browser().sendJson(JSON.replace("My", "Your"), "Submission-Token", text(slip, "token"));

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(accepted()).hasSize(1);
    }

    @Test
    void whatOneServerCallsAnInquiryIsNothingToAnother() throws Exception {
        String[] one = {"Authorization", "Bearer " + CLIENT_KEY, "Idempotency-Key", "order-17"};
        String[] another = {"Authorization", "Bearer " + OTHER_CLIENT_KEY, "Idempotency-Key", "order-17"};
        String other = JSON.replace("My", "Your");

        assertThat(browser().sendJson(JSON, one).statusCode()).isEqualTo(202);
        assertThat(browser().sendJson(other, another).statusCode()).isEqualTo(202);
        assertThat(browser().sendJson(other, one).statusCode()).isEqualTo(422);
        assertThat(accepted()).hasSize(2);
    }

    @Test
    void aTokenComesWithItsTimesAndASum() throws Exception {
        JsonNode slip = token();

        assertThat(slip.path("notBefore").asInt()).isZero();
        assertThat(slip.path("expires").asInt()).isEqualTo(86_400);
        assertThat(slip.path("challenge").path("algorithm").asString()).isEqualTo("SHA-256");
        assertThat(text(slip.path("challenge"), "salt")).startsWith(text(slip, "token"));
    }

    @Test
    void theTokenOfAFormIsNoGoodHere() throws Exception {
        String token = browser().open("/").get("submission");

        assertThat(browser().sendJson(JSON, "Submission-Token", token).statusCode())
                .isEqualTo(403);
    }

    @Test
    void browsersAreToldToStayWithTls() throws Exception {
        assertThat(browser().get("/", "X-Forwarded-Proto", "https").headers().firstValue("Strict-Transport-Security"))
                .contains("max-age=31536000");
        assertThat(browser().get("/").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    private JsonNode token() throws Exception {
        return JsonMapper.shared()
                .readTree(browser().get("/api/submission-token").body());
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }
}
