package org.foramen.intake.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.foramen.content.ClinicContent;
import org.foramen.content.hours.OfficeHours;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryId;
import org.foramen.contract.Level;
import org.foramen.intake.admission.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptNoteTests {

    private static final OfficeHours HOURS =
            ClinicContent.load(Path.of("../content")).clinic().officeHours();
    private static final Instant SATURDAY = Instant.parse("2026-11-28T20:45:00Z");
    private static final Instant MONDAY_AT_NOON = Instant.parse("2026-11-30T20:00:00Z");

    @Test
    void itIsReadAsItWasWritten() {
        ReceiptNote note = ReceiptNote.of(receipt(Level.CALL_TODAY, SATURDAY, true, false));
        ReceiptNote silent = new ReceiptNote("K7F3-92QX", Level.USUAL, null, null, null, null);

        assertThat(read(note.text())).isEqualTo(note);
        assertThat(read(silent.text())).isEqualTo(silent);
    }

    @Test
    void whatLooksLikeARobotsIsPromisedNoMail() {
        assertThat(ReceiptNote.of(receipt(Level.USUAL, SATURDAY, true, true)).mail())
                .isNull();
        assertThat(ReceiptNote.of(receipt(Level.USUAL, SATURDAY, false, true)).mail())
                .isFalse();
    }

    @Test
    void whatTheClinicIsNotAskedToAnswerIsPromisedNoTime() {
        ReceiptNote suspected = ReceiptNote.of(receipt(Level.USUAL, SATURDAY, true, true));

        assertThat(suspected.answerBy(HOURS)).isNull();
        assertThat(suspected.text()).isEqualTo("usual   foraminotomy ");
        assertThat(ReceiptNote.of(receipt(Level.CALL_TODAY, SATURDAY, true, true))
                        .answerBy(HOURS))
                .isEqualTo(ReceiptNote.of(receipt(Level.CALL_TODAY, SATURDAY, true, false))
                        .answerBy(HOURS))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon pigeon   -1", "usual"})
    void whatSaysNothingPromisesNothing(String text) {
        ReceiptNote note = read(text);

        assertThat(note).isEqualTo(new ReceiptNote("K7F3-92QX", Level.USUAL, null, null, null, null));
        assertThat(note.answerBy(HOURS)).isNull();
    }

    @Test
    void aUsualQuestionIsAnsweredWithinTheNextOfficeDay() {
        assertThat(ReceiptNote.of(receipt(Level.USUAL, SATURDAY, true, false)).answerBy(HOURS))
                .isEqualTo(HOURS.due(SATURDAY))
                .isEqualTo("2026-12-01T01:00:00Z");
    }

    @Test
    void somebodyIsSaidToCallNowOnlyWhenSomebodyIsThereAndThereIsANumber() {
        assertThat(ReceiptNote.of(receipt(Level.EMERGENCY, MONDAY_AT_NOON, true, false))
                        .calledNow(HOURS))
                .isTrue();
        assertThat(ReceiptNote.of(receipt(Level.EMERGENCY, SATURDAY, true, false))
                        .calledNow(HOURS))
                .isFalse();
        assertThat(read("emergency email   tqjm00").calledNow(HOURS)).isFalse();
    }

    private static Receipt receipt(Level level, Instant received, boolean consent, boolean suspected) {
        return new Receipt(
                new InquiryId("K7F392QX0123456789ABCDEFGH"),
                level,
                received,
                ContactChannel.PHONE,
                consent,
                suspected,
                "foraminotomy",
                "en");
    }

    private static ReceiptNote read(String text) {
        return ReceiptNote.read("K7F3-92QX", text);
    }
}
