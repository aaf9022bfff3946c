package org.foramen.intake.validation;

import java.util.List;
import java.util.function.Function;

/** What the field rules say of a request. */
public sealed interface ValidationResult {

    <A> A fold(Function<CheckedInquiry, A> valid, Function<List<FieldProblem>, A> invalid);

    record Valid(CheckedInquiry inquiry) implements ValidationResult {

        @Override
        public <A> A fold(Function<CheckedInquiry, A> valid, Function<List<FieldProblem>, A> invalid) {
            return valid.apply(inquiry);
        }
    }

    /** @param problems everything that is wrong, in the order of the form */
    record Invalid(List<FieldProblem> problems) implements ValidationResult {

        public Invalid {
            problems = List.copyOf(problems);
        }

        @Override
        public <A> A fold(Function<CheckedInquiry, A> valid, Function<List<FieldProblem>, A> invalid) {
            return invalid.apply(problems);
        }
    }
}
