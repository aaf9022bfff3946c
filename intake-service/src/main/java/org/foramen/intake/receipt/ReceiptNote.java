package org.foramen.intake.receipt;

import java.time.Instant;
import org.foramen.base.AnswerDue;
import org.foramen.content.hours.OfficeHours;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.Level;
import org.foramen.contract.name.WireName;
import org.foramen.intake.admission.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt says of an inquiry, and nothing of its person. What it leaves out, the page leaves out.
 *
 * @param by how the person is answered; null where nothing is promised
 * @param mail whether the handout is mailed; null where that is not known
 * @param about the procedure that was chosen, if any
 * @param at when it came; null where nothing is promised
 */
public record ReceiptNote(
        String reference,
        Level level,
        @Nullable ContactChannel by,
        @Nullable Boolean mail,
        @Nullable String about,
        @Nullable Instant at) {

    private static final int BASE = 36;
    private static final String SEPARATOR = " ";

    /** Where the clinic is not asked to answer, no time is promised. */
    public static ReceiptNote of(Receipt receipt) {
        boolean answered = receipt.level().answered(receipt.suspected());
        return new ReceiptNote(
                receipt.id().reference(),
                receipt.level(),
                answered ? receipt.way() : null,
                receipt.consent() && receipt.suspected() ? null : receipt.consent(),
                receipt.procedure(),
                answered ? receipt.received() : null);
    }

    /** Reads what {@link #text} wrote; what it says wrongly is not said. */
    static ReceiptNote read(String reference, String text) {
        String[] said = text.split(SEPARATOR, -1);
        return new ReceiptNote(
                reference,
                WireName.find(Level.values(), said[0]).orElse(Level.USUAL),
                WireName.find(ContactChannel.values(), at(said, 1)).orElse(null),
                at(said, 2).isEmpty() ? null : at(said, 2).equals("yes"),
                at(said, 3).isEmpty() ? null : at(said, 3),
                instant(at(said, 4)));
    }

    /** All but the reference, in a line. */
    String text() {
        return String.join(
                SEPARATOR,
                level.wireName(),
                by == null ? "" : by.wireName(),
                mail == null ? "" : mail ? "yes" : "no",
                about == null ? "" : about,
                at == null ? "" : Long.toString(at.getEpochSecond(), BASE));
    }

    private static String at(String[] said, int place) {
        return place < said.length ? said[place] : "";
    }

    /** By when the person is answered; null where nothing is promised. */
    public @Nullable Instant answerBy(OfficeHours hours) {
        return at == null ? null : AnswerDue.of(hours, level, at);
    }

    /** Whether somebody who may need help now is called right away: only where there is a number, and somebody to call it. */
    public boolean calledNow(OfficeHours hours) {
        return level == Level.EMERGENCY && by == ContactChannel.PHONE && at != null && hours.open(at);
    }

    private static @Nullable Instant instant(String text) {
        if (!text.matches("[0-9a-z]{1,7}")) {
            return null;
        }
        return Instant.ofEpochSecond(Long.parseLong(text, BASE));
    }
}
