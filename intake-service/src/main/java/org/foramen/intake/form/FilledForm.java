package org.foramen.intake.form;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.foramen.contract.InquiryKind;
import org.foramen.intake.validation.FieldProblem;
import org.foramen.intake.validation.InquiryRequest;
import org.jspecify.annotations.Nullable;

/**
 * A form as it is shown: with what was typed, and what is wrong with it.
 *
 * @param submission its submission token, which makes sending it twice sending it once; empty when it has none yet
 * @param problems in the order of the form
 * @param trouble why it was not taken although nothing is wrong with it, as the page's texts name it, such as
 *     {@code refused}; null when there was no such trouble
 */
record FilledForm(InquiryRequest typed, String submission, List<FieldProblem> problems, @Nullable String trouble) {

    private static final List<String> ORDER = List.of(
            "message",
            "name",
            "preferredContact",
            "phone",
            "bestTime",
            "consentToEmail",
            "email",
            "procedure",
            "preferredLanguage",
            "forWhom",
            "patient",
            "region",
            "howLong",
            "imaging",
            "treatments");

    FilledForm {
        problems = problems.stream()
                .sorted(Comparator.comparingInt(problem -> ORDER.indexOf(problem.field())))
                .toList();
    }

    static FilledForm empty(InquiryKind kind, @Nullable String procedure, Locale locale) {
        InquiryRequest nothing = new InquiryRequest(
                kind.wireName(),
                procedure,
                null,
                null,
                null,
                null,
                null,
                locale.toLanguageTag(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return new FilledForm(nothing, "", List.of(), null);
    }

    FilledForm withProblems(List<FieldProblem> found) {
        return new FilledForm(typed, submission, found, null);
    }

    FilledForm carrying(String token) {
        return new FilledForm(typed, token, problems, trouble);
    }

    FilledForm in(String wayOfTrouble) {
        return new FilledForm(typed, submission, List.of(), wayOfTrouble);
    }

    /** True as long as nobody has tried to send it. */
    public boolean fresh() {
        return problems.isEmpty() && trouble == null;
    }

    /** True for the form about procedures. */
    public boolean considering() {
        return InquiryKind.CONSIDERING_PROCEDURE.wireName().equals(typed.kind());
    }

    /** True when something of the part is filled in, or wrong, that is folded up. */
    public boolean toldMore() {
        return Stream.of(typed.forWhom(), typed.patient(), typed.region(), typed.howLong(), typed.imaging())
                        .anyMatch(answer -> answer != null && !answer.isEmpty())
                || typed.treatments() != null && !typed.treatments().isEmpty()
                || problemOf("procedure") != null
                || problemOf("preferredLanguage") != null;
    }

    public boolean tried(String treatment) {
        return typed.treatments() != null && typed.treatments().contains(treatment);
    }

    /** Names the sentence about a field; null when the field is fine. */
    public @Nullable String problemOf(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(FieldProblem::problem)
                .findFirst()
                .orElse(null);
    }

    @Override
    public String toString() {
        return "FilledForm[not shown]";
    }
}
