package org.foramen.intake.form;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.foramen.contract.InquiryKind;
import org.foramen.intake.reception.FieldProblem;
import org.foramen.intake.reception.InquiryRequest;
import org.jspecify.annotations.Nullable;

/**
 * A form as it is shown: with what was typed, and what is wrong with it.
 *
 * @param submission names this filling of the form, so that sending it twice is sending it once
 * @param refused true when the inquiry could not be kept anywhere
 */
record FilledForm(InquiryRequest typed, String submission, List<FieldProblem> problems, boolean refused) {

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
                null);
        return new FilledForm(nothing, UUID.randomUUID().toString(), List.of(), false);
    }

    /** True for the form about one procedure. */
    public boolean considering() {
        return InquiryKind.CONSIDERING_PROCEDURE.wireName().equals(typed.kind());
    }

    /** The procedure that the page tells of; null on the contact form. */
    public @Nullable String considered() {
        return considering() ? typed.procedure() : null;
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
