package org.foramen.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import org.foramen.contract.InquiryReceived;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What no browser sends: it is answered as the sender's mistake and not as ours, and no word of it is logged. */
@ExtendWith(OutputCaptureExtension.class)
class OddRequestsIT extends RunningIntake {

    private static final String FORM = "application/x-www-form-urlencoded";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name[0]",
                "name[a]",
                "name.first",
                "message[5].x",
                "phone[0].x.y[3]",
                "treatments[0]",
                "treatments[-1]",
                "treatments[x]",
                "treatments[",
                "treatments[99999]",
                "treatments[2147483648]",
                "treatments.class",
                "treatments[0][0]",
                "consentToEmail.x",
                "class[x]",
                "class.classLoader.x",
                "_name",
                "!treatments"
            })
    void aFieldThatNoFormHasIsNotLookedAt(String name) throws Exception {
        Map<String, String> fields = browser().open("/");
        fields.put(name, "other");

        assertThat(browser().send(fields).statusCode()).isEqualTo(303);
        assertThat(accepted()).extracting(InquiryReceived::message).containsExactly("My question");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "message", "preferredContact"})
    void anAnswerThatCannotBeIsNotTakenAndNothingTypedIsLost(String field) throws Exception {
        Map<String, String> fields = browser().open("/");
        fields.put("preferredContact", "phone");
        fields.put(field, "\u0007");

        HttpResponse<String> answer = browser().send(fields);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(field.equals("message") ? "Ana" : "My question");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message=canary%",
                "message=canary%zz",
                "message=canary%C0%AF",
                "message=canary%ED%A0%80",
                "message=canary%E9",
                "canary%FF=x",
                "=canary"
            })
    void aFormThatCannotBeReadIsRefusedInSilence(String body, CapturedOutput output) throws Exception {
        HttpResponse<String> answer = browser().post("/inquiries", FORM, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("We could not read this", "310-423-9716");
        assertThat(output).doesNotContain("canary", "InvalidParameterException");
    }

    @Test
    void moreFieldsThanAnyFormHasAreRefusedInSilence(CapturedOutput output) throws Exception {
        HttpResponse<String> answer = browser().post("/inquiries", FORM, "canary=x&".repeat(2000));

        assertThat(answer.statusCode()).isBetween(400, 413);
        assertThat(answer.body()).contains("We could not read this");
        assertThat(output).doesNotContain("InvalidParameterException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "text/*",
                "application/*",
                "application/*+json",
                "multipart/*",
                "*",
                "text/html",
                "x",
                "/",
                "",
                "multipart/form-data",
                "application/json;charset="
            })
    void whatIsNotJsonIsRefusedWithAProblem(String type) throws Exception {
        HttpResponse<String> answer = browser().post("/api/inquiries", type, "{\"name\": \"Canary\"}");

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(accepted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", ",", ",,,", "x", "*/*;q=9", "text/", "text/html;q=x", "x/x;charset=\""})
    void whoAcceptsNothingInParticularMakesNoMistakeOfOurs(String accept, CapturedOutput output) throws Exception {
        for (String path :
                new String[] {"/", "/nowhere", "/api/procedures", "/actuator/health", "/actuator/prometheus"}) {
            assertThat(browser().get(path, "Accept", accept).statusCode())
                    .as(path)
                    .isLessThan(500);
        }
        assertThat(output).as("a line for each would fill a disk").doesNotContain("invalid Accept header");
    }

    /** Of chunks that are no chunks, of any size, and trailers that are none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\ncanary\r\n0\r\n\r\n",
                "-1\r\nx\r\n0\r\n\r\n",
                "ffffffffffff\r\nx",
                "3\r\ncanary\r\n0\r\n\r\n",
                "3\r\na=b\r\n0\r\nX canary\u0000\r\n\r\n"
            })
    void aBodyInBrokenChunksIsTheSendersMistake(String body, CapturedOutput output) throws Exception {
        try (RawClient client = new RawClient("127.0.0.1", port())) {
            client.say("POST /inquiries HTTP/1.1\r\nHost: clinic.example\r\nSec-Fetch-Site: same-origin\r\n"
                    + "Content-Type: " + FORM + "\r\nTransfer-Encoding: chunked\r\n\r\n" + body);

            assertThat(client.status()).isBetween(400, 499);
        }
        assertThat(output).doesNotContain("canary", "IllegalStateException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /?name=canary Ruiz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /?name=canary|[ HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /canary HTTP/canary\r\nHost: x\r\n\r\n",
                "CANARY<canary> / HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nReferer: canary\u0001\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: can canary\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: canary={\"a\":1; b\r\n\r\n"
            })
    void whatIsNoHttpIsLoggedWithNoWordOfIt(String request, CapturedOutput output) throws Exception {
        try (RawClient client = new RawClient("127.0.0.1", port())) {
            assertThat(client.say(request).status()).isLessThan(500);
        }
        assertThat(output.toString().toLowerCase(Locale.ROOT)).doesNotContain("canary");
    }

    @Test
    void nobodyCanAskForOurMistakes() throws Exception {
        assertThat(browser().get("/error").statusCode()).isEqualTo(404);
    }
}
