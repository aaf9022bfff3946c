package org.foramen.intake.validation;

import java.util.List;
import java.util.stream.Stream;
import org.foramen.contract.details.BestTime;
import org.foramen.contract.details.Details;
import org.foramen.contract.details.ForWhom;
import org.foramen.contract.details.HowLong;
import org.foramen.contract.details.Imaging;
import org.foramen.contract.details.KnownPatient;
import org.foramen.contract.details.Treatment;
import org.jspecify.annotations.Nullable;

/** The field rules of what a person tells beside the question: answers from lists only. */
final class DetailsCheck {

    private static final Details NOTHING_TOLD = new Details(null, null, List.of(), null, null, null);

    private DetailsCheck() {}

    /** What was told; null when nothing was. */
    static @Nullable Details check(InquiryRequest request, List<FieldProblem> problems) {
        Details details = new Details(
                Choice.of("howLong", request.howLong(), HowLong.values(), problems)
                        .orElse(null),
                Choice.of("imaging", request.imaging(), Imaging.values(), problems)
                        .orElse(null),
                treatments(request.treatments(), problems),
                Choice.of("bestTime", request.bestTime(), BestTime.values(), problems)
                        .orElse(null),
                Choice.of("forWhom", request.forWhom(), ForWhom.values(), problems)
                        .orElse(null),
                Choice.of("patient", request.patient(), KnownPatient.values(), problems)
                        .orElse(null));
        return details.equals(NOTHING_TOLD) ? null : details;
    }

    private static List<Treatment> treatments(@Nullable List<String> typed, List<FieldProblem> problems) {
        return Stream.ofNullable(typed)
                .flatMap(List::stream)
                .flatMap(one -> Choice.of("treatments", one, Treatment.values(), problems).stream())
                .distinct()
                .sorted()
                .toList();
    }
}
