package org.foramen.intake.validation;

import java.util.List;
import java.util.function.Function;

/** What the field rules say of a request. */
public sealed interface ValidationResult {

    default <A> A fold(Function<CheckedInquiry, A> valid, Function<List<FieldProblem>, A> invalid) {
        return this instanceof Valid one ? valid.apply(one.inquiry()) : invalid.apply(((Invalid) this).problems());
    }

    record Valid(CheckedInquiry inquiry) implements ValidationResult {}

    /** @param problems everything that is wrong, in the order of the form */
    record Invalid(List<FieldProblem> problems) implements ValidationResult {

        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
