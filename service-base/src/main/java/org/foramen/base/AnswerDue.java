package org.foramen.base;

import java.time.Instant;
import org.foramen.content.hours.OfficeHours;
import org.foramen.contract.Level;

/** By when a person hears from the clinic, by its own office hours: for receipts, mails and the board alike. */
public final class AnswerDue {

    private AnswerDue() {}

    public static Instant of(OfficeHours hours, Level level, Instant received) {
        return level == Level.USUAL ? hours.due(received) : hours.urgentDue(received);
    }
}
