package org.foramen.notifier.fhir;

import java.util.List;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.details.Details;
import org.foramen.contract.details.ForWhom;
import org.foramen.notifier.cases.CaseFile;
import org.foramen.notifier.consent.KeptConsent;
import org.foramen.notifier.delivery.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * All that we know about one inquiry. Its {@code toString} shows nothing.
 *
 * @param file null when it came before there was a board, or was not read yet
 * @param consent null when the log of consents has none
 */
public record KnownInquiry(
        InquiryReceived inquiry, @Nullable CaseFile file, @Nullable KeptConsent consent, List<Delivery> mails) {

    public KnownInquiry {
        mails = List.copyOf(mails);
    }

    InquiryId id() {
        return inquiry.id();
    }

    /** The one resource of a type. */
    Identity the(String type) {
        return Identity.of(id(), type);
    }

    /** True when the person who wrote is not the one whom it is about. */
    boolean forSomebodyElse() {
        Details details = inquiry.details();
        return details != null && details.forWhom() == ForWhom.SOMEONE_ELSE;
    }

    /** Whom it is about. */
    Identity patient() {
        return the("Patient");
    }

    /** Who wrote it. */
    Identity writer() {
        return the(forSomebodyElse() ? "RelatedPerson" : "Patient");
    }

    @Override
    public String toString() {
        return "KnownInquiry[" + id().reference() + "]";
    }
}
