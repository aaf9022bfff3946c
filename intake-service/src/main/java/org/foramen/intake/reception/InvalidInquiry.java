package org.foramen.intake.reception;

import java.util.List;

/** A request that breaks the field rules. */
public final class InvalidInquiry extends RuntimeException {

    private final transient List<FieldProblem> problems;

    InvalidInquiry(List<FieldProblem> problems) {
        super(problems.size() + " fields cannot be taken");
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, in the order of the form. */
    public List<FieldProblem> problems() {
        return problems;
    }
}
