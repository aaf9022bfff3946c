package org.foramen.intake.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foramen.content.ClinicContent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class FieldExamplesTests {

    private static final ClinicContent CONTENT = ClinicContent.load(Path.of("../content"));

    @ParameterizedTest
    @MethodSource("org.foramen.intake.validation.FieldExamples#all")
    void theServerTakesWhatItMay(String field, String typed, boolean taken) {
        Map<String, Object> request = new HashMap<>(Map.of(
                "kind", "contact",
                "name", "Ana",
                "email", "ana@example.com",
                "phone", "310-423-9716",
                "message", "Hi",
                "preferredContact", field.equals("email") ? "email" : "phone",
                "consentToEmail", field.equals("email")));
        request.put(field, typed);

        List<String> wrong = RequestCheck.check(
                        JsonMapper.shared().convertValue(request, InquiryRequest.class), CONTENT)
                .fold(
                        valid -> List.of(),
                        problems -> problems.stream().map(FieldProblem::field).toList());

        assertThat(wrong).isEqualTo(taken ? List.of() : List.of(field));
    }
}
