package org.foramen.intake.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.foramen.contract.details.BestTime;
import org.foramen.contract.details.Details;
import org.foramen.contract.details.ForWhom;
import org.foramen.contract.details.HowLong;
import org.foramen.contract.details.Imaging;
import org.foramen.contract.details.KnownPatient;
import org.foramen.contract.details.Treatment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DetailsCheckTests {

    private final List<FieldProblem> problems = new ArrayList<>();

    @Test
    void takesWhatWasTold() {
        Details details = check(
                """
                {"howLong": "months", "imaging": "unsure", "treatments": ["injections", "medicine", "medicine"],
                 "bestTime": "afternoon", "forWhom": "someone-else", "patient": "no"}
                """);

        assertThat(problems).isEmpty();
        assertThat(details)
                .isEqualTo(new Details(
                        HowLong.MONTHS,
                        Imaging.UNSURE,
                        List.of(Treatment.MEDICINE, Treatment.INJECTIONS),
                        BestTime.AFTERNOON,
                        ForWhom.SOMEONE_ELSE,
                        KnownPatient.NO));
    }

    @Test
    void isNothingWhenNothingWasTold() {
        assertThat(check("{\"howLong\": \" \", \"treatments\": [\"\", null]}")).isNull();
        assertThat(problems).isEmpty();
    }

    @Test
    void refusesAnswersThatAreNotOnTheList() {
        check(
                """
                {"howLong": "a while", "imaging": "maybe", "treatments": ["yoga", "medicine"], "bestTime": "3 a.m.",
                 "forWhom": "my cat", "patient": "perhaps"}
                """);

        assertThat(problems)
                .containsExactlyInAnyOrder(
                        new FieldProblem("howLong", "howLong.unknown"),
                        new FieldProblem("imaging", "imaging.unknown"),
                        new FieldProblem("treatments", "treatments.unknown"),
                        new FieldProblem("bestTime", "bestTime.unknown"),
                        new FieldProblem("forWhom", "forWhom.unknown"),
                        new FieldProblem("patient", "patient.unknown"));
    }

    private @Nullable Details check(String json) {
        return DetailsCheck.check(JsonMapper.shared().readValue(json, InquiryRequest.class), problems);
    }
}
