package org.foramen.notifier.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What no browser sends to the console: it is answered as the sender's mistake and not as ours, and no word of it is logged. */
@ExtendWith(OutputCaptureExtension.class)
class OddConsoleRequestsIT extends RunningConsole {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String SOMEBODY = "K7F392QX0123456789ABCDEFGH";
    private static final List<String> PAGES = List.of(
            "/",
            "/mail",
            "/mail/figures",
            "/mail/webhooks",
            "/inquiries/" + SOMEBODY,
            "/people/" + SOMEBODY,
            "/library",
            "/library/foraminotomy/en",
            "/library/mails/clinic-en",
            "/routing",
            "/audit",
            "/act/erase",
            "/act/resend",
            "/act/release",
            "/act/dismiss",
            "/act/replay",
            "/passkeys",
            "/sign-in");
    private static final List<String> PRESSES = List.of(
            "/people/search",
            "/people/" + SOMEBODY + "/take",
            "/people/" + SOMEBODY + "/close",
            "/people/" + SOMEBODY + "/open",
            "/people/" + SOMEBODY + "/fhir",
            "/routing",
            "/act/erase",
            "/act/resend",
            "/act/release",
            "/act/dismiss",
            "/act/replay",
            "/act/webhook",
            "/passkeys",
            "/passkeys/options",
            "/passkeys/remove");
    private static final List<String> FIELDS = List.of(
            "lane",
            "page",
            "state",
            "level",
            "language",
            "owner",
            "procedure",
            "name",
            "needs",
            "audience",
            "place",
            "typed",
            "version",
            "why",
            "back",
            "reason",
            "to",
            "target",
            "number",
            "kind",
            "message",
            "urgent",
            "id");
    private static final List<String> VALUES = List.of(
            "",
            "-1",
            "99999999999",
            "%25_%27%22",
            "%00",
            "%E2%80%AE%F0%9F%A6%B4",
            "../..",
            "%5C%5B%7B",
            "x".repeat(3000));

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final List<String> ours = new ArrayList<>();
    private String token = "";

    @BeforeEach
    void signIn() throws Exception {
        token = tokenOn("/sign-in");
        assertThat(post("/sign-in", FORM, "username=ana&password=" + encoded(PASSWORD))
                        .statusCode())
                .isEqualTo(302);
        token = tokenOn("/routing");
    }

    @Test
    void aFieldThatNoPageHasIsNoMistakeOfOurs() throws Exception {
        for (String name : List.of(
                "state[0]",
                "owner[a]",
                "language.x",
                "page[",
                "class.classLoader.x",
                "class[x]",
                "message[5].x",
                "_lane",
                "!page",
                "urgent[99999]",
                "x".repeat(3000))) {
            for (String page : PAGES) {
                note(get(page + "?" + encoded(name) + "=x"));
            }
            for (String press : PRESSES) {
                note(post(press, FORM, encoded(name) + "=x"));
            }
        }
        assertThat(ours).isEmpty();
    }

    @Test
    void anAnswerThatCannotBeIsNoMistakeOfOurs() throws Exception {
        for (String value : VALUES) {
            for (String field : FIELDS) {
                String said = field + "=" + value;
                note(get("/?" + said));
                note(get("/mail?" + said));
                note(post("/routing", FORM, "kind=contact&language=en&" + said));
            }
            for (String page : PAGES) {
                note(get(page + "?owner=" + value + "&page=" + value + "&place=" + value + "&to=" + value));
            }
            for (String press : PRESSES) {
                note(post(
                        press,
                        FORM,
                        "owner=" + value + "&place=" + value + "&to=" + value + "&reason=" + value + "&target=" + value
                                + "&number=" + value + "&id=" + value + "&version=" + value + "&typed=" + value));
            }
        }
        assertThat(ours).isEmpty();
    }

    @Test
    void aBodyOfNoTypeIsNoMistakeOfOurs() throws Exception {
        for (String type :
                List.of("*/*", "text/*", "", "x", "application/*+json", "multipart/form-data", FORM + ";charset=no")) {
            for (String press : PRESSES) {
                note(post(press, type, "canary=1"));
            }
        }
        assertThat(ours).isEmpty();
    }

    @Test
    void whatCannotBeReadIsRefusedInSilence(CapturedOutput output) throws Exception {
        for (String said : List.of("typed=canary%", "typed=canary%zz", "typed=canary%E9", "=canary", "canary%FF=x")) {
            assertThat(post("/people/search", FORM, said).statusCode()).as(said).isEqualTo(400);
            assertThat(post("/sign-in", FORM, said).statusCode()).as(said).isEqualTo(400);
        }
        assertThat(output).doesNotContain("canary", "InvalidParameterException");
    }

    /** Said letter by letter, for a client of HTTP would not say it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /?canary=% HTTP/1.1\r\n",
                "GET /mail?state=CANARY&page=2147483648 HTTP/1.1\r\n",
                "GET /library/canary/..%2f HTTP/1.1\r\n",
                "GET /library/mails/%00canary HTTP/1.1\r\n",
                "GET /people/canary;x=canary HTTP/1.1\r\n",
                "GET /../../canary HTTP/1.1\r\n",
                "GET /%5c..%5ccanary HTTP/1.1\r\n",
                "GET //canary HTTP/1.1\r\n",
                "get / HTTP/1.1\r\n",
                "CANARY /people/search HTTP/1.1\r\n",
                "TRACE /mail HTTP/1.1\r\n",
                "PUT /audit.csv HTTP/1.1\r\n",
                "GET / HTTP/canary\r\n",
                "GET / HTTP/1.0\r\nAccept: canary\r\n",
                "GET /library HTTP/1.1\r\nRange: canary\r\n",
                "GET / HTTP/1.1\r\nCookie: foramen-console=\"canary\r\n",
                "GET / HTTP/1.1\r\nX-Forwarded-For: canary\r\n",
                "GET /live HTTP/1.1\r\nLast-Event-ID: canary\r\n",
                "GET / HTTP/1.1\r\nX-Canary: \u0001\r\n",
                "POST /sign-in HTTP/1.1\r\nContent-Length: canary\r\n",
                "POST /sign-in HTTP/1.1\r\nTransfer-Encoding: canary\r\n"
            })
    void whatNoBrowserSaysIsTheSendersMistakeAndNotLogged(String request, CapturedOutput output) throws Exception {
        assertThat(firstAnswer(request)).isBetween(200, 501).isNotEqualTo(500);
        assertThat(firstAnswer(request.replace("\r\n", "\r\nX-Long: " + "canary".repeat(2000) + "\r\n")))
                .isBetween(200, 501)
                .isNotEqualTo(500);
        assertThat(output.toString().toLowerCase(Locale.ROOT)).doesNotContain("canary", "servlet.service()");
    }

    private int firstAnswer(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write((request + "Host: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
            return Integer.parseInt(new String(line, StandardCharsets.ISO_8859_1).split(" ")[1]);
        }
    }

    private void note(HttpResponse<String> answer) {
        if (answer.statusCode() >= 500) {
            ours.add(answer.statusCode() + " " + answer.request().method() + " " + answer.uri());
        }
    }

    private String tokenOn(String page) throws Exception {
        Matcher found = TOKEN.matcher(get(page).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return client.send(
                request(path)
                        .header("Content-Type", type)
                        .header("X-XSRF-TOKEN", token)
                        .POST(HttpRequest.BodyPublishers.ofString(
                                type.equals(FORM) ? body + "&_csrf=" + encoded(token) : body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(at(path))).header("Accept", "text/html");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
