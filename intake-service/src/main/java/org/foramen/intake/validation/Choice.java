package org.foramen.intake.validation;

import java.util.List;
import java.util.Optional;
import org.foramen.contract.name.WireName;
import org.jspecify.annotations.Nullable;

/** One answer from a list of answers. */
final class Choice {

    private Choice() {}

    /**
     * The answer that was chosen, by its name; empty when none was.
     *
     * @param problems where it is noted when the list has no such answer
     */
    static <T extends WireName> Optional<T> of(
            String field, @Nullable String typed, T[] choices, List<FieldProblem> problems) {
        String wanted = TypedText.oneLine(typed);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> chosen = WireName.find(choices, wanted);
        if (chosen.isEmpty()) {
            problems.add(new FieldProblem(field, field + ".unknown"));
        }
        return chosen;
    }
}
