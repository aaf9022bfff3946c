package org.foramen.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The pages as a browser without JavaScript gets them. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}",
            "foramen.content=../content",
            "foramen.data=target/it-data-pages",
            "foramen.abuse.min-time=0s"
        })
@AutoConfigureRestTestClient
@EmbeddedKafka(partitions = 1, brokerProperties = "offsets.topic.num.partitions=1")
class FormPagesIT {

    private static final Pattern SUBMISSION = Pattern.compile("name=\"submission\" value=\"([^\"]+)\"");

    @Autowired
    RestTestClient client;

    @Test
    void theFormIsShownWithTheEmergencyNoticeBeforeItsFirstField() {
        String page = get("/");

        assertThat(page).containsSubsequence("Is this an emergency?", "<form", "name=\"name\"");
        assertThat(page).contains("How we use what you send", "310-423-9716");
    }

    @Test
    void theProceduresFormShowsTheHandoutAboveIt() {
        assertThat(get("/considering/foraminotomy"))
                .containsSubsequence("A foraminotomy is a surgery", "Is this an emergency?", "<form");
    }

    @Test
    void thePagesSpeakSpanishToWhoPrefersIt() {
        assertThat(get("/?lang=es")).contains("<html lang=\"es\"", "¿Es una emergencia?");
        client.get()
                .uri("/")
                .header("Accept-Language", "es-MX,es;q=0.9,en;q=0.5")
                .exchange()
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("<html lang=\"es\""));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "/handouts/foraminotomy/en, /considering/foraminotomy?lang=en",
        "/handouts/foraminotomy/ES, /considering/foraminotomy?lang=es",
        "/handouts/spinal-fusion/es, /considering/spinal-fusion?lang=es",
        "/handouts/general/es, /handouts/general?lang=es",
    })
    void theAddressInMailsAndOnPaperLeadsToTheTextOfToday(String printed, String page) {
        client.get()
                .uri(printed)
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .valueEquals("Location", page);
        assertThat(get(page)).contains("<h1");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/considering/spinal-fusion?lang=es, /handouts/spinal-fusion/es.pdf, spinal-fusion-es.pdf",
        "/received/K7F3-92QX?lang=en, /handouts/general/en.pdf, general-en.pdf",
        "/handouts/general?lang=es, /handouts/general/es.pdf, general-es.pdf"
    })
    void aPageLinksItsHandoutToPrintWhichABrowserMayKeep(String page, String printed, String name) {
        assertThat(get(page)).contains("href=\"" + printed + "\"");

        EntityExchangeResult<byte[]> answer = client.get()
                .uri(printed)
                .accept(MediaType.TEXT_HTML, MediaType.ALL)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult();
        HttpHeaders headers = answer.getResponseHeaders();
        assertThat(headers.getContentType()).isEqualTo(MediaType.APPLICATION_PDF);
        assertThat(headers.get("Content-Disposition")).containsExactly("inline; filename=\"" + name + "\"");
        assertThat(headers.get("Cache-Control")).containsExactly("max-age=3600, public");
        assertThat(headers.get("Content-Security-Policy")).containsExactly("frame-ancestors 'none'");
        assertThat(answer.getResponseBody()).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        client.get()
                .uri(printed)
                .header("If-None-Match", headers.getETag())
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/handouts/phrenology/en.pdf", "/handouts/foraminotomy/tlh.pdf", "/handouts/foraminotomy/.pdf"})
    void aHandoutToPrintThatIsNotThereIsSaidInThePagesWords(String address) {
        client.get()
                .uri(address)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("We do not have this page"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/handouts/phrenology/en", "/handouts/foraminotomy/tlh", "/handouts/foraminotomy"})
    void anAddressThatNoHandoutHasIsNotFound(String address) {
        client.get().uri(address).exchange().expectStatus().isNotFound();
    }

    @Test
    void aGoodFormLeadsToAReceiptAndSendingItTwiceIsSendingItOnce() {
        MultiValueMap<String, String> typed = typed(get("/"), "Ana Ruiz");

        String first = receiptOf(typed);
        String second = receiptOf(typed);

        assertThat(first)
                .matches("/received/[0-9A-Z]{4}-[0-9A-Z]{4}\\?note=[A-Za-z0-9_-]{123}&lang=en")
                .isEqualTo(second);
        assertThat(get(first)).contains("We have your question", first.substring(10, 19));
    }

    @Test
    void aFormWithAMistakeComesBackAsItWasFilledIn() {
        MultiValueMap<String, String> typed = typed(get("/"), "<script>alert('ana')</script>");
        typed.set("email", "nowhere");

        send(typed).expectStatus().isBadRequest().expectBody(String.class).value(page -> assertThat(page)
                .contains("Please fix this first", "Type one email address")
                .contains("value=\"nowhere\"", "&lt;script&gt;")
                .doesNotContain("<script>alert"));
    }

    @Test
    void aFormWithAMistakeComesBackToWhoWantsACallAndNoMail() {
        MultiValueMap<String, String> typed = typed(get("/"), "Ana");
        typed.set("preferredContact", "phone");
        typed.set("phone", "555-0112");

        send(typed).expectStatus().isBadRequest().expectBody(String.class).value(page -> assertThat(page)
                .contains("Type a phone number", "value=\"555-0112\"", "How long is the wait?"));
    }

    @ParameterizedTest
    @CsvSource({
        "/considering/foraminotomy/, /considering/foraminotomy",
        "/considering/foraminotomy/?lang=es, /considering/foraminotomy?lang=es",
        "/considering/, /considering",
        "/Considering/Foraminotomy/, /considering/foraminotomy",
        "/embed/considering/foraminotomy/, /embed/considering/foraminotomy",
        "/embed/considering/FORAMINOTOMY?lang=es, /embed/considering/foraminotomy?lang=es",
        "/handouts/general/, /handouts/general",
        "/HANDOUTS/GENERAL/EN.PDF, /handouts/general/EN.pdf",
        "/embed, /embed/",
        "/embed?lang=es, /embed/?lang=es"
    })
    void anAddressAsPeopleWriteItLeadsToItsPage(String written, String page) {
        RestTestClient.ResponseSpec answer = client.get().uri(written).exchange();

        answer.expectStatus().is3xxRedirection();
        answer.expectHeader().valueEquals("Location", page);
        client.get().uri(page).exchange().expectStatus().isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES", "es_MX", "es-419", "Es-mx", "spa"})
    void aLanguageIsTheSameHoweverItsTagIsWritten(String tag) {
        assertThat(get("/?lang=" + tag)).contains("<html lang=\"es\"");
    }

    @Test
    void aPageThatIsNotThereSaysSo() {
        client.get()
                .uri("/considering/brain-surgery")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("We do not have this page"));
    }

    private static MultiValueMap<String, String> typed(String page, String name) {
        Matcher submission = SUBMISSION.matcher(page);
        assertThat(submission.find()).isTrue();
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        typed.setAll(Map.of(
                "kind", "contact",
                "submission", submission.group(1),
                "name", name,
                "email", "ana@example.com",
                "preferredContact", "email",
                "message", "How long is the wait?"));
        return typed;
    }

    private String receiptOf(MultiValueMap<String, String> typed) {
        return send(typed)
                .expectStatus()
                .isSeeOther()
                .returnResult()
                .getResponseHeaders()
                .getFirst("Location");
    }

    private RestTestClient.ResponseSpec send(MultiValueMap<String, String> typed) {
        return client.post()
                .uri("/inquiries")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(typed)
                .exchange();
    }

    private String get(String address) {
        return client.get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
