package org.foramen.intake.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.file.Path;
import org.foramen.content.ClinicContent;
import org.foramen.intake.validation.InquiryRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API's JSON, read by a mapper that Spring Boot makes, as the service's is. */
class StrictScalarsTests {

    private static final ClinicContent CONTENT = ClinicContent.load(Path.of("../content"));

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "null, "})
    void consentIsTrueOrFalseOrNotSaid(String json, Boolean consent) {
        assertThat(mapper().readValue("{\"consentToEmail\": " + json + "}", InquiryRequest.class)
                        .consentToEmail())
                .isEqualTo(consent);
    }

    @Test
    void textIsText() {
        InquiryRequest read =
                mapper().readValue("{\"phone\": \"3104239716\", \"treatments\": [\"surgery\"]}", InquiryRequest.class);

        assertThat(read.phone()).isEqualTo("3104239716");
        assertThat(read.treatments()).containsExactly("surgery");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "consentToEmail; 1",
                "consentToEmail; 0",
                "consentToEmail; 1.0",
                "consentToEmail; \"true\"",
                "consentToEmail; \"false\"",
                "consentToEmail; \"\"",
                "consentToEmail; \" \"",
                "consentToEmail; [true]",
                "consentToEmail; {}",
                "name; true",
                "phone; 3104239716",
                "phone; 3.1e9",
                "preferredContact; false",
                "message; [\"text\"]",
                "treatments; [1]",
                "treatments; [true]",
                "treatments; \"surgery\""
            })
    void whatIsOfAnotherTypeIsRefusedByItsField(String field, String json) throws Exception {
        MockHttpServletResponse answer = send("{\"" + field + "\": " + json + "}");

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        JsonNode error = mapper().readTree(answer.getContentAsString()).at("/errors/0");
        assertThat(error.at("/field").asString()).isEqualTo(field);
        assertThat(error.at("/message").asString()).isEqualTo("This value is of the wrong type.");
    }

    /** What cannot be read asks for nothing that the API has. */
    private MockHttpServletResponse send(String json) throws Exception {
        return MockMvcBuilders.standaloneSetup(new InquiryApi(null, null, null))
                .setControllerAdvice(new ApiProblems(CONTENT))
                .setMessageConverters(new JacksonJsonHttpMessageConverter(mapper()))
                .build()
                .perform(post("/api/inquiries")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json))
                .andReturn()
                .getResponse();
    }

    private static JsonMapper mapper() {
        JsonMapper[] made = new JsonMapper[1];
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class))
                .withUserConfiguration(StrictScalars.class)
                .run(context -> made[0] = context.getBean(JsonMapper.class));
        return made[0];
    }
}
