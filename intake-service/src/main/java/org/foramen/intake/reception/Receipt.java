package org.foramen.intake.reception;

import org.foramen.contract.InquiryId;
import org.foramen.intake.screening.Guidance;

/**
 * The answer to an inquiry that is safe with us.
 *
 * @param guidance what the person must read first, if anything
 */
public record Receipt(InquiryId id, Guidance guidance) {

    public boolean urgent() {
        return guidance != Guidance.NONE;
    }
}
