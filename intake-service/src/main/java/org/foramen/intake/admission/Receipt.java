package org.foramen.intake.admission;

import java.time.Instant;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryId;
import org.foramen.contract.Level;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an inquiry that is safe with us.
 *
 * @param level how soon the person needs somebody, which says what to read first
 * @param received when it was taken first
 * @param way how the person is answered: who may need help now is called where there is a number
 * @param consent whether the person may be e-mailed
 * @param suspected whether it looks like a robot's or business mail, so that no mail goes before a person has looked
 * @param procedure the one that was chosen, if any
 * @param language the one the person asked to be answered in
 */
public record Receipt(
        InquiryId id,
        Level level,
        Instant received,
        ContactChannel way,
        boolean consent,
        boolean suspected,
        @Nullable String procedure,
        String language) {}
