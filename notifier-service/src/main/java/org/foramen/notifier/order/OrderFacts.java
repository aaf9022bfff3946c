package org.foramen.notifier.order;

import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Level;

/**
 * All that an order depends on.
 *
 * @param level how soon the words of the inquiry call for help
 * @param phone true when there is a number to call
 * @param emailAllowed true when there is an address and the person agreed to e-mail
 * @param way how the person wants to be answered
 * @param suspected true when it may be spam
 * @param fate what became of our mail to the person
 * @param done true when somebody reached the person already, or closed the case
 */
public record OrderFacts(
        Level level,
        boolean phone,
        boolean emailAllowed,
        ContactChannel way,
        boolean suspected,
        PatientMailFate fate,
        boolean done) {

    public static OrderFacts of(InquiryReceived inquiry, boolean suspected, PatientMailFate fate, boolean done) {
        return new OrderFacts(
                inquiry.level(),
                inquiry.person().phone() != null,
                inquiry.consent().toEmail(),
                inquiry.person().preferredContact(),
                suspected,
                fate,
                done);
    }
}
