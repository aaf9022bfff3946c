package org.foramen.intake.reception;

import org.foramen.contract.InquiryKind;
import org.foramen.contract.Person;
import org.foramen.contract.Region;
import org.jspecify.annotations.Nullable;

/** A request that keeps the field rules, in the forms that travel. */
record CheckedInquiry(
        InquiryKind kind,
        @Nullable String procedure,
        Region region,
        Person person,
        String message,
        boolean consentToEmail) {

    /** All of it as one text that no other content has: no field holds the separator. */
    String canonical() {
        return String.join(
                "\u0000",
                kind.wireName(),
                procedure == null ? "" : procedure,
                region.wireName(),
                person.name(),
                person.email(),
                person.phone() == null ? "" : person.phone(),
                person.preferredContact().wireName(),
                person.preferredLanguage(),
                message,
                String.valueOf(consentToEmail));
    }

    @Override
    public String toString() {
        return "CheckedInquiry[not shown]";
    }
}
