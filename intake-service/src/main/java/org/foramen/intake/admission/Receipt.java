package org.foramen.intake.admission;

import org.foramen.contract.InquiryId;
import org.foramen.intake.screening.Guidance;

/**
 * The answer to an inquiry that is safe with us.
 *
 * @param guidance what the person must read first, if anything
 * @param language the one the person asked to be answered in
 */
public record Receipt(InquiryId id, Guidance guidance, String language) {

    public boolean urgent() {
        return guidance != Guidance.NONE;
    }
}
