package org.foramen.notifier.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.foramen.content.ClinicContent;
import org.foramen.notifier.cases.CaseState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The Questionnaire and the codes of docs/fhir are the form that people fill in. */
class PublishedFormTests {

    private static final JsonNode FORM = JsonMapper.shared().readTree(Hapi.read("questionnaire.json"));
    private static final JsonNode CODES = JsonMapper.shared().readTree(Hapi.read("codes.json"));
    private static final JsonNode FIELDS = new YAMLMapper()
            .readTree(Path.of("../intake-service/src/main/resources/static/openapi.yaml")
                    .toFile())
            .at("/components/schemas/Inquiry");
    private static final ClinicContent CONTENT = ClinicContent.load(Path.of("../content"));

    @ParameterizedTest
    @ValueSource(strings = {"questionnaire.json", "codes.json"})
    void isValid(String file) {
        assertThat(Hapi.remarks(Hapi.read(file))).isEmpty();
    }

    @Test
    void itsItemsAreTheFieldsOfTheForm() {
        assertThat(items().map(item -> item.at("/linkId").asString()).toList())
                .containsExactlyElementsOf(FIELDS.at("/properties").propertyNames());
        items().forEach(item -> {
            String name = item.at("/linkId").asString();
            JsonNode field = FIELDS.at("/properties/" + name);
            JsonNode choices = field.has("items") ? field.at("/items/enum") : field.at("/enum");
            assertThat(item.at("/answerOption").findValuesAsString("code"))
                    .as(name)
                    .containsExactlyElementsOf(
                            choices.valueStream().map(JsonNode::asString).toList());
            assertThat(item.at("/repeats").asBoolean(false)).as(name).isEqualTo(field.has("items"));
            assertThat(item.at("/maxLength").asInt(0))
                    .as(name)
                    .isEqualTo(field.at("/maxLength").asInt(0));
            assertThat(item.at("/required").asBoolean(false))
                    .as(name)
                    .isEqualTo(FIELDS.at("/required").valueStream().anyMatch(one -> one.asString()
                            .equals(name)));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void itsWordsAreThoseOfTheForm(String language) {
        Map<String, String> pages = CONTENT.wordingIn(language).pages();
        items().filter(item -> !item.at("/linkId").asString().equals("kind")).forEach(item -> {
            String name = item.at("/linkId").asString();
            assertThat(said(item, language)).isEqualTo(pages.get(name));
            for (JsonNode option : item.at("/answerOption")) {
                String code = option.at("/valueCoding/code").asString();
                assertThat(said(concept(code), language)).isEqualTo(pages.get(name + "." + code));
            }
        });
    }

    @Test
    void itsAnswersAndTheStatesOfACaseAreTheCodes() {
        List<String> answers =
                FORM.findValuesAsString("code").stream().distinct().toList();
        List<String> states =
                Stream.of(CaseState.values()).map(CaseState::wireName).toList();

        assertThat(CODES.at("/concept").valueStream().map(one -> one.at("/code").asString()))
                .containsExactlyElementsOf(
                        Stream.concat(answers.stream(), states.stream()).toList());
        assertThat(FORM.at("/item").findValues("valueCoding")).allSatisfy(coding -> assertThat(coding.at("/display"))
                .isEqualTo(concept(coding.at("/code").asString()).at("/display")));
    }

    private static Stream<JsonNode> items() {
        return FORM.at("/item").valueStream();
    }

    private static JsonNode concept(String code) {
        return CODES.at("/concept")
                .valueStream()
                .filter(one -> one.at("/code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String said(JsonNode item, String language) {
        if (language.equals("es")) {
            return item.has("designation")
                    ? item.at("/designation/0/value").asString()
                    : item.at("/_text/extension/0/extension/1/valueString").asString();
        }
        return item.has("text")
                ? item.at("/text").asString()
                : item.at("/display").asString();
    }
}
