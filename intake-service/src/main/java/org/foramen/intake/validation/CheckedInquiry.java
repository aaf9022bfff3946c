package org.foramen.intake.validation;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foramen.contract.InquiryKind;
import org.foramen.contract.Person;
import org.foramen.contract.Region;
import org.foramen.contract.details.Details;
import org.foramen.contract.details.Treatment;
import org.jspecify.annotations.Nullable;

/** A request that keeps the field rules, in the forms that travel. */
public record CheckedInquiry(
        InquiryKind kind,
        @Nullable String procedure,
        Region region,
        Person person,
        String message,
        @Nullable Details details,
        boolean consentToEmail) {

    /** All of it as one text that no other content has: no field holds the separator. */
    public String canonical() {
        return String.join(
                "\u0000",
                kind.wireName(),
                procedure == null ? "" : procedure,
                region.wireName(),
                person.name(),
                person.email() == null ? "" : person.email(),
                person.phone() == null ? "" : person.phone(),
                person.preferredContact().wireName(),
                person.preferredLanguage(),
                message,
                details == null ? "" : canonical(details),
                String.valueOf(consentToEmail));
    }

    private static String canonical(Details details) {
        String treatments =
                details.treatments().stream().map(Treatment::wireName).collect(Collectors.joining("+"));
        return Stream.of(
                        details.howLong(),
                        details.imaging(),
                        treatments,
                        details.bestTime(),
                        details.forWhom(),
                        details.patient())
                .map(Objects::toString)
                .collect(Collectors.joining(","));
    }

    @Override
    public String toString() {
        return "CheckedInquiry[not shown]";
    }
}
