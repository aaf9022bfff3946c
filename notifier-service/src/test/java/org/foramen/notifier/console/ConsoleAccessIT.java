package org.foramen.notifier.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.cases.Cases;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.operations.Commands;
import org.foramen.notifier.operations.HoldInquiry;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who gets in, and what they may do, asked without a browser that would keep to the rules. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleAccessIT extends RunningConsole {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    HoldInquiry holding;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cases cases;

    @Value("${spring.embedded.kafka.brokers}")
    String brokers;

    @Value("${foramen.data}")
    String data;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/mail",
                "/mail/figures",
                "/mail/webhooks",
                "/inquiries/K7F392QX0123456789ABCDEFGH",
                "/library",
                "/library/mails",
                "/library/mails/clinic-en",
                "/library/foraminotomy/en/pdf",
                "/routing",
                "/audit",
                "/audit.csv",
                "/live",
                "/act/erase?owner=K7F392QX0123456789ABCDEFGH"
            })
    void whoIsNotSignedInSeesNoPage(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).contains("/sign-in"));
        assertThat(answer.headers().allValues("Set-Cookie"))
                .as("nothing is kept for whoever only knocks")
                .noneMatch(cookie -> cookie.startsWith("foramen-console="));
    }

    @Test
    void whoSignsInComesToThePageThatWasAskedFor() throws Exception {
        HttpResponse<String> knocked = get("/library/foraminotomy/en");
        String to = URI.create(place(knocked)).getQuery().replace("to=", "");

        HttpResponse<String> answer = signInTo(to, "vera", PASSWORD);

        assertThat(place(answer)).endsWith("/library/foraminotomy/en");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "https://evil.example/", "/\\evil.example", "/act/erase", "/x?y=z", "/a\r\nb"})
    void signInLeadsNowhereElse(String to) throws Exception {
        assertThat(place(signInTo(to, "vera", PASSWORD))).isIn("/", at("/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/readiness",
                "/actuator/health/liveness",
                "/actuator/info",
                "/actuator/prometheus",
                "/actuator/reconciliation"
            })
    void whatMachinesWatchStaysOpen(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void aViewerLooksAndCannotAct() throws Exception {
        InquiryReceived inquiry = Inquiries.suspected(Inquiries.number(1));
        settle(inquiry);
        signIn("vera", PASSWORD);
        String owner = inquiry.id().value();

        HttpResponse<String> page = get("/inquiries/" + owner);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("/act/").doesNotContain("canary");
        String token = token(page.body());
        for (String action : new String[] {"release", "resend", "erase", "replay", "dismiss", "webhook"}) {
            HttpResponse<String> answer = post(
                    "/act/" + action,
                    Map.of("owner", owner, "to", "clinic", "place", "all", "reason", "TEST", "_csrf", token));
            assertThat(answer.statusCode()).as(action).isEqualTo(403);
        }
        for (String press :
                new String[] {"open", "fhir", "take", "reached", "no-answer", "left-word", "close", "reopen"}) {
            HttpResponse<String> answer =
                    post("/people/" + owner + "/" + press, Map.of("version", "0", "why", "SPAM", "_csrf", token));
            assertThat(answer.statusCode()).as(press).isEqualTo(403);
        }
        assertThat(arrived(inquiry, Audience.PATIENT)).isZero();
        assertThat(get("/audit").body()).doesNotContain(owner);
    }

    @Test
    void theFrontDeskAnswersPeopleAndLeavesTheMailAlone() throws Exception {
        InquiryReceived inquiry = Inquiries.suspected(Inquiries.number(3));
        settle(inquiry);
        signIn("desi", PASSWORD);
        String owner = inquiry.id().value();
        String page = get("/inquiries/" + owner).body();
        String token = token(page);

        assertThat(page).contains("/people/" + owner, "/act/release").doesNotContain("/act/erase", "/act/resend");
        for (String action : new String[] {"resend", "erase", "replay", "dismiss"}) {
            HttpResponse<String> answer = post(
                    "/act/" + action,
                    Map.of("owner", owner, "to", "clinic", "place", "all", "reason", "TEST", "_csrf", token));
            assertThat(answer.statusCode()).as(action).isEqualTo(403);
        }
        String person =
                post("/people/" + owner + "/open", Map.of("_csrf", token)).body();
        assertThat(person)
                .contains("Canary")
                .contains("Agreed to e-mail on Nov 22, 2026, 10:30 AM, by the words of version 2026-11-22 in English.");
    }

    @Test
    void theFrontDeskSavesAnInquiryAsFhirAsTheCommandWritesItAndTheAuditSaysSo() throws Exception {
        InquiryReceived inquiry = Inquiries.number(8);
        settle(inquiry);
        signIn("desi", PASSWORD);
        String person = "/people/" + inquiry.id();
        String page = get(person).body();
        assertThat(page).contains(person + "/fhir");

        HttpResponse<String> file = post(person + "/fhir", Map.of("_csrf", token(page)));

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/fhir+json;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"%s.fhir.json\""
                        .formatted(inquiry.id().reference()));
        assertThat(file.body()).contains("\"transaction\"", "Canary Ruiz", inquiry.id() + "/patient", "\"completed\"");
        assertThat(get(person + "/fhir").statusCode())
                .as("looking gives nothing out")
                .isEqualTo(405);
        String written = asCommand("export", "--fhir", inquiry.id().value(), "--by=Ana Kim");
        assertThat(withoutTime(written)).isEqualTo(withoutTime(file.body()));
        assertThat(asCommand("export", inquiry.id().value().replace('0', 'Z'), "--fhir"))
                .contains("No inquiry is kept that is called ZZZ");
        assertThat(get("/audit").body()).contains("desi", "Ana Kim", "saved it as FHIR");
    }

    /** What a command says on standard output, as a program behind a pipe reads it. */
    private String asCommand(String... args) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] all = Stream.concat(
                        Stream.of(args),
                        Stream.of(
                                "--spring.kafka.bootstrap-servers=" + brokers,
                                "--spring.datasource.url=jdbc:h2:mem:console;MODE=PostgreSQL",
                                "--foramen.content=../content",
                                "--foramen.data=" + data))
                .toArray(String[]::new);
        Commands.run(all, new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }

    private static String withoutTime(String bundle) {
        return bundle.strip().replaceFirst("\"timestamp\" : \"[^\"]+\"", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "00000000000000000000000000x",
                "000000000000000000000000zz",
                "..%2F..%2Faudit",
                "'%20or%201=1--"
            })
    void whatIsNoInquiryIsNotFound(String id) throws Exception {
        signIn("desi", PASSWORD);
        String token = token(get("/").body());

        assertThat(get("/people/" + id).statusCode()).isIn(400, 404);
        assertThat(post("/people/" + id + "/take", Map.of("version", "0", "_csrf", token))
                        .statusCode())
                .isIn(400, 404);
    }

    @Test
    void aPressThatNoPageOffersChangesNothingAndIsToldSo() throws Exception {
        InquiryReceived inquiry = Inquiries.number(5);
        settle(inquiry);
        signIn("desi", PASSWORD);
        String token = token(get("/").body());
        String person = "/people/" + inquiry.id();

        for (Map<String, String> close : List.of(
                Map.of("version", "0"),
                Map.of("version", "0", "why", "ERASED"),
                Map.of("version", "0", "why", "nonsense"),
                Map.of("version", "soon", "why", "SPAM"),
                Map.of("version", "99999999999", "why", "SPAM"),
                Map.of("why", "SPAM"))) {
            Map<String, String> fields = new HashMap<>(close);
            fields.put("_csrf", token);
            HttpResponse<String> answer = post(person + "/close", fields);
            assertThat(answer.statusCode()).as("%s", close).isEqualTo(400);
            assertThat(answer.body()).contains("Nothing was changed");
        }
        assertThat(post(person + "/forget", Map.of("version", "0", "_csrf", token))
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> fromAnotherPage =
                post(person + "/take", Map.of("version", "7", "back", "https://evil.example/", "_csrf", token));
        assertThat(place(fromAnotherPage)).isIn("/", at("/"));
        assertThat(get("/").body())
                .contains(inquiry.id().reference() + " was not as the page showed it. Your press changed nothing");
        assertThat(cases.find(inquiry.id()).orElseThrow().version()).isZero();
    }

    @Test
    void whatABoardCannotShowIsToldInClearWords() throws Exception {
        signIn("desi", PASSWORD);

        assertThat(get("/?owner=max").body()).contains("Some people are left out", "max: nobody now");
        assertThat(get("/?lane=TODAY&page=-3").statusCode()).isEqualTo(200);
        assertThat(get("/?lane=TODAY&page=10000").body()).contains("Nobody waits for an answer.");
        for (String filter : List.of("state=asleep", "level=9", "lane=all", "page=99999999999")) {
            HttpResponse<String> answer = get("/?" + filter);
            assertThat(answer.statusCode()).as(filter).isEqualTo(400);
            assertThat(answer.body()).contains("cannot be understood");
        }
    }

    @Test
    void anOperatorHasAWebhookToldAgain() throws Exception {
        jdbc.sql(
                        """
                        insert into webhook_delivery (target, sequence_number, inquiry_id, kind, outcome_state, noted_at, state,
                            attempts, answer, ended_at)
                        values ('telephone', 7, ?, 'urgent', 'new', current_timestamp, 'expired', 30, 'no answer',
                            current_timestamp)
                        """)
                .param(Inquiries.number(6).id().value())
                .update();
        signIn("ana", PASSWORD);
        String page = get("/mail/webhooks").body();
        assertThat(page)
                .contains(
                        "telephone",
                        "no answer",
                        "Tell again",
                        Inquiries.number(6).id().reference());

        post("/act/webhook", Map.of("target", "telephone", "number", "7", "_csrf", token(page)));

        assertThat(get("/mail/webhooks").body()).doesNotContain("Tell again");
        assertThat(get("/audit").body()).contains("had it told by webhook again");
    }

    @Test
    void theAuditIsATableForASpreadsheet() throws Exception {
        InquiryReceived inquiry = Inquiries.suspected(Inquiries.number(4));
        settle(inquiry);
        signIn("ana", PASSWORD);
        post(
                "/act/release",
                Map.of(
                        "owner",
                        inquiry.id().value(),
                        "_csrf",
                        token(get("/mail").body())));

        HttpResponse<String> table = get("/audit.csv");

        assertThat(table.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(table.body())
                .startsWith("when,who,what,on\r\n")
                .contains(",\"ana\",\"release\",\"" + inquiry.id() + "\"\r\n");
    }

    @Test
    void whatIsHeldForALegalMatterIsNotErased() throws Exception {
        InquiryReceived inquiry = Inquiries.suspected(Inquiries.number(5));
        settle(inquiry);
        String owner = inquiry.id().value();
        holding.hold(owner, "counsel");
        signIn("ana", PASSWORD);
        await().atMost(SOON).until(() -> get("/inquiries/" + owner).body().contains("Held for a legal matter"));
        String page = get("/inquiries/" + owner).body();
        assertThat(page).contains("counsel had it held for a legal matter").doesNotContain("/act/erase");

        HttpResponse<String> answer = post("/act/erase", Map.of("owner", owner, "_csrf", token(page)));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(get("/inquiries/" + owner).body()).contains("so nothing was erased");
        assertThat(get("/audit").body()).doesNotContain("erased the inquiry");
    }

    @ParameterizedTest
    @CsvSource({
        "release, No mail to the person is held back",
        "resend, There is no such mail that has ended",
        "erase, Nothing of this inquiry is kept any more",
        "replay, No such record waits",
        "webhook, There is no such webhook that has ended"
    })
    void aPressOfWhichNothingCameDoesNotLookLikeASuccess(String press, String answer) throws Exception {
        signIn("ana", PASSWORD);
        Map<String, String> fields = new HashMap<>(
                Map.of("to", "notice", "place", "7-700", "target", "nobody", "number", "1", "back", "/mail/webhooks"));
        fields.put("owner", Inquiries.number(99).id().value());
        fields.put("_csrf", token(get("/mail").body()));

        HttpResponse<String> pressed = post("/act/" + press, fields);

        assertThat(place(pressed)).isIn("/mail/webhooks", at("/mail/webhooks"));
        assertThat(get("/mail/webhooks").body())
                .contains(answer)
                .contains("role=\"alert\"")
                .doesNotContain("class=\"told\"");
    }

    @Test
    void aPressLeadsBackToThePageWhereItWasMade() throws Exception {
        InquiryReceived inquiry = Inquiries.suspected(Inquiries.number(7));
        settle(inquiry);
        signIn("ana", PASSWORD);
        String owner = inquiry.id().value();
        String list = "/mail?needs=true&name=" + inquiry.id().reference();

        String record = linkTo("/inquiries/" + owner, get(list).body());
        String dismissal = linkTo("/act/dismiss", get(record).body());
        String question = get(dismissal).body();
        assertThat(linkTo("/inquiries/", question))
                .as("who does not dismiss it")
                .isEqualTo(record);
        String afterDismissal = pressed("/act/dismiss", owner, question);
        assertThat(afterDismissal).isIn(list, at(list));
        assertThat(get(list).body()).contains("It needs nobody any more", "class=\"told\"");

        String board = "/?lane=TODAY&page=1";
        String release = linkTo("/act/release?owner=" + owner, get(board).body());
        question = get(release).body();
        assertThat(linkTo("/?", question)).as("who does not let it go").isEqualTo(board);
        assertThat(pressed("/act/release", owner, question)).isIn(board, at(board));
        assertThat(get(board).body()).contains("goes within seconds");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example/", "//evil.example", "/\\evil.example", "/act/erase", "/mail\r\nX: y", ""})
    void aPressLeadsNowhereElse(String back) throws Exception {
        signIn("ana", PASSWORD);
        String token = token(get("/mail").body());

        HttpResponse<String> answer = post("/act/replay", Map.of("place", "7-700", "back", back, "_csrf", token));

        assertThat(place(answer)).isIn("/mail?needs=true", at("/mail?needs=true"));
    }

    /** The first link of a page that begins so. */
    private static String linkTo(String beginning, String page) {
        Matcher found = Pattern.compile("href=\"(%s[^\"]*)\"".formatted(Pattern.quote(beginning)))
                .matcher(page);
        assertThat(found.find()).as(beginning).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    /** Presses the button of a page that asks once more, and tells where that leads. */
    private String pressed(String action, String owner, String question) throws Exception {
        Matcher back = Pattern.compile("name=\"back\" value=\"([^\"]*)\"").matcher(question);
        assertThat(back.find()).isTrue();
        return place(post(
                action,
                Map.of(
                        "owner",
                        owner,
                        "reason",
                        "SEEN",
                        "back",
                        back.group(1).replace("&amp;", "&"),
                        "_csrf",
                        token(question))));
    }

    @Test
    void aPostFromElsewhereDoesNothing() throws Exception {
        InquiryReceived inquiry = Inquiries.suspected(Inquiries.number(2));
        settle(inquiry);
        signIn("ana", PASSWORD);

        HttpResponse<String> answer =
                post("/act/release", Map.of("owner", inquiry.id().value()));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Nothing was changed");
    }

    @Test
    void thePasswordOpensASessionThatScriptsAndOtherSitesCannotUse() throws Exception {
        HttpResponse<String> answer = signIn("ana", PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().allValues("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie)
                .startsWith("foramen-console=")
                .contains("HttpOnly")
                .contains("SameSite=Lax"));
        HttpResponse<String> page = get("/mail");
        assertThat(page.body()).contains("Going out");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("default-src 'none'").doesNotContain("unsafe"));
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(rule -> assertThat(rule).contains("no-store"));
    }

    @Test
    @Order(Integer.MAX_VALUE) // the last: from then on this name waits here in other browsers
    void whoGuessesPasswordsWaitsAndNobodyElse() throws Exception {
        signIn("ana", PASSWORD);
        HttpCookie known = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("foramen-known"))
                .findFirst()
                .orElseThrow();
        cookies.getCookieStore().removeAll();
        for (int guess = 0; guess < 5; guess++) {
            assertThat(place(signIn("ana", "guess " + guess))).contains("?wrong");
        }

        assertThat(place(signIn("ana", PASSWORD))).contains("?wait");
        cookies.getCookieStore().removeAll();
        assertThat(place(signIn("vera", PASSWORD)))
                .as("who guesses another's password behind the same address")
                .doesNotContain("wait");
        cookies.getCookieStore().removeAll();
        cookies.getCookieStore().add(URI.create(at("/sign-in")), known);
        assertThat(place(signIn("ana", PASSWORD)))
                .as("a browser that was let in before does not wait for strangers")
                .doesNotContain("wait");
    }

    @Test
    void aHandoutIsAPageAMailAndAPdf() throws Exception {
        signIn("vera", PASSWORD);

        assertThat(get("/library/foraminotomy/es").body()).contains("Foraminotomía", "INFLESZ");
        HttpResponse<String> mail = get("/library/foraminotomy/es/mail");
        assertThat(mail.body()).contains("Foraminotomía", "K7F3-92QX");
        assertThat(mail.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("sandbox");
        HttpResponse<String> pdf = get("/library/foraminotomy/es/pdf");
        assertThat(pdf.body()).startsWith("%PDF-");
        assertThat(pdf.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains("foraminotomy-es.pdf"));
        assertThat(get("/library/nothing/es").statusCode()).isEqualTo(404);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aTriedSentenceIsExplainedAndKeptNowhere(CapturedOutput log) throws Exception {
        signIn("ana", PASSWORD);
        String token = token(get("/routing").body());

        HttpResponse<String> answer = post(
                "/routing",
                Map.of(
                        "kind",
                        "contact",
                        "procedure",
                        "",
                        "language",
                        "en",
                        "message",
                        "My uncle Zorblax writes: no fever. I lost control of my bladder last night",
                        "_csrf",
                        token));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("loss of control (emergency)", "screening/loss-of-control/en.yml:")
                .contains("denied: “no” (doubts/denied/en.yml:");
        assertThat(get("/routing").body() + get("/audit").body()).doesNotContain("Zorblax");
        assertThat(log.getAll()).doesNotContain("Zorblax");
    }

    @Test
    void whatAPressIsAnsweredIsNotTakenByAPageThatAsksForItselfAgain() throws Exception {
        signIn("ana", PASSWORD);
        String page = get("/mail/webhooks").body();
        post("/act/webhook", Map.of("target", "nobody", "number", "1", "_csrf", token(page)));
        String answer = "There is no such webhook";

        assertThat(refreshed("/mail/webhooks")).contains("Webhooks").doesNotContain(answer);
        assertThat(get("/mail/webhooks").body()).contains(answer);
        assertThat(get("/mail/webhooks").body()).doesNotContain(answer);
    }

    @Test
    void whoSignsOutIsOut() throws Exception {
        signIn("ana", PASSWORD);
        String token = token(get("/mail").body());

        post("/sign-out", Map.of("_csrf", token));

        assertThat(get("/").statusCode()).isEqualTo(302);
    }

    private HttpResponse<String> signIn(String name, String password) throws Exception {
        return signInTo("/", name, password);
    }

    private HttpResponse<String> signInTo(String to, String name, String password) throws Exception {
        String token = token(get("/sign-in").body());
        return post("/sign-in", Map.of("username", name, "password", password, "to", to, "_csrf", token));
    }

    private static String place(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String token(String page) {
        Matcher found = TOKEN.matcher(page);
        assertThat(found.find()).as("a form").isTrue();
        return found.group(1);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(asking(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String refreshed(String path) throws IOException, InterruptedException {
        HttpRequest byScript =
                asking(path).header(AnswersToPresses.BY_SCRIPT, "1").build();
        return client.send(byScript, HttpResponse.BodyHandlers.ofString()).body();
    }

    private HttpRequest.Builder asking(String path) {
        return HttpRequest.newBuilder(URI.create(at(path)))
                .header("Accept", "text/html, application/json;q=0.5, */*;q=0.1");
    }

    private HttpResponse<String> post(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(at(path)))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
