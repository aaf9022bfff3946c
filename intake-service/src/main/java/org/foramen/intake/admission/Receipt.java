package org.foramen.intake.admission;

import org.foramen.contract.InquiryId;
import org.foramen.contract.Level;

/**
 * The answer to an inquiry that is safe with us.
 *
 * @param level how soon the person needs somebody, which says what to read first
 * @param language the one the person asked to be answered in
 */
public record Receipt(InquiryId id, Level level, String language) {

    public boolean urgent() {
        return level != Level.USUAL;
    }
}
