package org.foramen.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What a visitor meets while no broker answers. */
class NoKafkaIT {

    private static final String JSON =
            """
            {"kind": "contact", "name": "Canary Ruiz", "email": "canary@example.com", "message": "canary words",
             "preferredContact": "email", "consentToEmail": true}
            """;

    /** Everything but a broker. */
    @SpringBootTest(
            webEnvironment = WebEnvironment.RANDOM_PORT,
            properties = {
                "spring.kafka.bootstrap-servers=127.0.0.1:1",
                "foramen.content=../content",
                "foramen.publishing.deadline=300ms",
                "foramen.abuse.min-time=0s"
            })
    @AutoConfigureRestTestClient
    abstract static class WithoutBroker {

        @Autowired
        RestTestClient client;

        RestTestClient.ResponseSpec post(String json) {
            return client.post()
                    .uri("/api/inquiries")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(json)
                    .exchange();
        }
    }

    @Nested
    @TestPropertySource(properties = "foramen.data=target/no-kafka-spool")
    class AndRoomOnTheDisk extends WithoutBroker {

        @Test
        void anInquiryIsAcceptedWhenItIsOnTheDiskAndNobodyCanReadItThere() throws Exception {
            post(JSON).expectStatus().isAccepted();

            try (Stream<Path> files = Files.list(Path.of("target/no-kafka-spool/spool"))) {
                assertThat(files)
                        .isNotEmpty()
                        .allSatisfy(file -> assertThat(file).content().doesNotContainIgnoringCase("canary"));
            }
        }
    }

    @Nested
    @TestPropertySource(properties = "spring.kafka.bootstrap-servers=broker.invalid:9092")
    class AndNobodyWhoKnowsItsName extends WithoutBroker {

        @TempDir
        static Path data; // with nothing in it Kafka is tried first

        @DynamicPropertySource
        static void keepThere(DynamicPropertyRegistry settings) {
            settings.add("foramen.data", data::toString);
        }

        @Test
        void anInquiryIsAcceptedOnTheDiskAllTheSame() {
            post(JSON).expectStatus().isAccepted();

            assertThat(data.resolve("spool")).isNotEmptyDirectory();
        }
    }

    @Nested
    @TestPropertySource(properties = {"foramen.data=target/no-kafka-full", "foramen.spool.max-size=1B"})
    class AndNoRoomOnTheDisk extends WithoutBroker {

        @Test
        void theApiSaysTryAgainAndGivesThePhoneNumber() {
            post(JSON)
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .exists("Retry-After")
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectBody()
                    .jsonPath("$.detail")
                    .value(String.class, detail -> assertThat(detail).contains("310-423-9716"));
        }

        @Test
        void thePageKeepsWhatWasTypedAndShowsThePhoneNumber() {
            MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
            PlainBrowser.hiddenIn(client.get()
                            .uri("/")
                            .exchange()
                            .expectBody(String.class)
                            .returnResult()
                            .getResponseBody())
                    .forEach(typed::add);
            typed.add("name", "Canary Ruiz");
            typed.add("email", "canary@example.com");
            typed.add("preferredContact", "email");
            typed.add("message", "canary words");

            client.post()
                    .uri("/inquiries")
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(typed)
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503)
                    .expectBody(String.class)
                    .value(page -> assertThat(page)
                            .contains("We could not take your question", "310-423-9716")
                            .contains("value=\"Canary Ruiz\"", "canary@example.com", "canary words"));
        }
    }
}
