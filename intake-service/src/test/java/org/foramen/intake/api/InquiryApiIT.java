package org.foramen.intake.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.sealing.SealKeys;
import org.foramen.contract.wire.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.kafka.test.utils.KafkaTestUtils;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** The API against a real broker. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}",
            "foramen.content=../content",
            "foramen.data=target/it-data"
        })
@AutoConfigureRestTestClient
@EmbeddedKafka(partitions = 1, brokerProperties = "offsets.topic.num.partitions=1")
class InquiryApiIT {

    private static final String GOOD =
            """
            {"kind": "considering-procedure", "procedure": "foraminotomy", "region": "neck", "name": "Canary Ruiz",
             "email": "canary@example.com", "phone": "(310) 555-0112", "preferredContact": "phone",
             "preferredLanguage": "es", "message": "canary words", "consentToEmail": true}
            """;

    @Autowired
    RestTestClient client;

    @Autowired
    EmbeddedKafkaBroker broker;

    private Consumer<String, byte[]> consumer;

    @BeforeEach
    void listen() {
        Map<String, Object> config =
                KafkaTestUtils.consumerProps(broker, UUID.randomUUID().toString(), false);
        consumer = new DefaultKafkaConsumerFactory<>(config, new StringDeserializer(), new ByteArrayDeserializer())
                .createConsumer();
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.INQUIRIES).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    @AfterEach
    void stopListening() {
        consumer.close();
    }

    @Test
    void anAcceptedInquiryIsInKafkaBeforeTheAnswer() {
        Answer answer = accepted(GOOD, "key-1");

        ConsumerRecord<String, byte[]> record = KafkaTestUtils.getSingleRecord(consumer, Topics.INQUIRIES);

        assertThat(record.key())
                .isEqualTo(answer.id())
                .startsWith(answer.reference().replace("-", ""));
        InquiryReceived inquiry = SealKeys.opener(Path.of("target/it-data/keys", SealKeys.PRIVATE_FILE))
                .open(record.key(), headers(record), record.value());
        assertThat(inquiry.person().name()).isEqualTo("Canary Ruiz");
        assertThat(inquiry.message()).isEqualTo("canary words");
        assertThat(inquiry.consent().toEmail()).isTrue();
        assertThat(inquiry.tokenHash())
                .as("what a program chose could be guessed by its hash")
                .isNull();
        assertThat(headers(record)).containsEntry("ce_id", answer.id()).containsEntry("ce_specversion", "1.0");
    }

    @Test
    void whatTravelsTellsNothingToWhoeverReadsAlong() {
        accepted(GOOD, "key-2");

        ConsumerRecord<String, byte[]> record = KafkaTestUtils.getSingleRecord(consumer, Topics.INQUIRIES);

        assertThat(record.key() + headers(record) + new String(record.value(), StandardCharsets.ISO_8859_1))
                .doesNotContainIgnoringCase("canary", "3105550112", "foraminotomy");
    }

    @Test
    void theSameKeyAndContentIsTheSameInquiry() {
        Answer first = accepted(GOOD, "key-3");

        Answer second = accepted(GOOD, "key-3");

        assertThat(second).isEqualTo(first);
        assertThat(KafkaTestUtils.getRecords(consumer, Duration.ofSeconds(2)).count())
                .isEqualTo(1);
    }

    @Test
    void theSameKeyWithOtherContentIsRefused() {
        accepted(GOOD, "key-4");

        post(GOOD.replace("canary words", "other words"), "key-4")
                .expectStatus()
                .isEqualTo(422)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void anEmptyKeyIsNone(String key) {
        assertThat(accepted(GOOD, key)).isNotEqualTo(accepted(GOOD.replace("canary words", "other words"), key));
    }

    @Test
    void aFieldThatIsThereTwiceIsRefusedForNobodyKnowsWhichIsMeant() {
        String twice = GOOD.replace("\"consentToEmail\": true", "\"consentToEmail\": true, \"consentToEmail\": false");

        post(twice, "key-5").expectStatus().isBadRequest();
    }

    @Test
    void whatIsWrongIsSaidFieldByFieldInThePersonsLanguage() {
        client.post()
                .uri("/api/inquiries?lang=es")
                .contentType(MediaType.APPLICATION_JSON)
                .body(GOOD.replace("canary@example.com", "nowhere"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("email")
                .jsonPath("$.errors[0].message")
                .isEqualTo("Escriba un solo correo electrónico, por ejemplo ana@example.com.");
        assertNothingPublished();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "fr"})
    void whatThePersonMustReadFirstIsInThePersonsLanguage(String asked) {
        String urgent = GOOD.replace("canary words", "I can't pee and I am numb between my legs");

        String inSpanish = guidance(urgent, asked);
        String inEnglish = guidance(urgent.replace("\"es\"", "\"en\""), asked);

        assertThat(inSpanish).contains("Llame al 911");
        assertThat(inEnglish).contains("Call 911");
    }

    private String guidance(String json, String asked) {
        JsonNode answer = client.post()
                .uri("/api/inquiries")
                .header("Accept-Language", asked)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        assertThat(answer).isNotNull();
        return answer.path("guidance").asString();
    }

    @Test
    void brokenJsonIsRefusedWithThePlace() {
        post("{\"kind\": \"contact\",\n \"name\": Canary}", "key-5")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.line")
                .isEqualTo(2)
                .jsonPath("$.detail")
                .isEqualTo("This is not the JSON that we can read.");
        assertNothingPublished();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\": {\"first\": \"canary\"}}", "{\"name\": [\"canary\"]}"})
    void aValueOfTheWrongTypeIsRefusedWithItsField(String json) {
        post(json, "key-6")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("name");
        assertNothingPublished();
    }

    @Test
    void anotherContentTypeIsRefused() {
        client.post()
                .uri("/api/inquiries")
                .contentType(MediaType.TEXT_PLAIN)
                .body(GOOD)
                .exchange()
                .expectStatus()
                .isEqualTo(415)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertNothingPublished();
    }

    @Test
    void whoCannotReadTheAnswerIsToldBeforeAnythingIsTaken() {
        client.post()
                .uri("/api/inquiries")
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_PDF)
                .body(GOOD)
                .exchange()
                .expectStatus()
                .isEqualTo(406);
        assertNothingPublished();
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        post(GOOD.replace("canary words", "x".repeat(70_000)), "key-7")
                .expectStatus()
                .isEqualTo(413)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertNothingPublished();
    }

    @Test
    void theLibraryIsListedInTheAskedLanguage() {
        client.get()
                .uri("/api/procedures?lang=es")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[?(@.id == 'foraminotomy')].language")
                .isEqualTo(List.of("es"));
    }

    private Answer accepted(String json, String key) {
        return post(json, key)
                .expectStatus()
                .isAccepted()
                .expectBody(Answer.class)
                .returnResult()
                .getResponseBody();
    }

    private RestTestClient.ResponseSpec post(String json, String key) {
        return client.post()
                .uri("/api/inquiries")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange();
    }

    private void assertNothingPublished() {
        assertThat(KafkaTestUtils.getRecords(consumer, Duration.ofMillis(500))).isEmpty();
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new TreeMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    record Answer(String id, String reference, boolean urgent) {}
}
