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
import org.springframework.web.util.UriComponentsBuilder;

class ReceiptNoteTests {

    private static final OfficeHours HOURS =
            ClinicContent.load(Path.of("../content")).clinic().officeHours();
    private static final Instant SATURDAY = Instant.parse("2026-11-28T20:45:00Z");
    private static final Instant MONDAY_AT_NOON = Instant.parse("2026-11-30T20:00:00Z");

    @Test
    void theAddressTellsThePageAllThatItSays() {
        ReceiptNote note = ReceiptNote.of(receipt(Level.CALL_TODAY, SATURDAY, true, false));

        assertThat(read(note.path())).isEqualTo(note);
        assertThat(note.path())
                .startsWith("/received/K7F3-92QX?guidance=call-today&by=phone&mail=yes&about=foraminotomy&at=");
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
        assertThat(suspected.path()).isEqualTo("/received/K7F3-92QX?about=foraminotomy");
        assertThat(ReceiptNote.of(receipt(Level.CALL_TODAY, SATURDAY, true, true))
                        .answerBy(HOURS))
                .isEqualTo(ReceiptNote.of(receipt(Level.CALL_TODAY, SATURDAY, true, false))
                        .answerBy(HOURS))
                .isNotNull();
    }

    @Test
    void anAddressThatSaysNothingPromisesNothing() {
        ReceiptNote note = read("/received/K7F3-92QX?guidance=soon&by=pigeon&at=-1");

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
        assertThat(read("/received/K7F3-92QX?guidance=emergency&by=email&at=tqjm00")
                        .calledNow(HOURS))
                .isFalse();
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

    private static ReceiptNote read(String path) {
        var query = UriComponentsBuilder.fromUriString(path).build().getQueryParams();
        return ReceiptNote.read(
                "K7F3-92QX",
                new ReceiptQuery(
                        query.getFirst("guidance"),
                        query.getFirst("by"),
                        query.getFirst("mail"),
                        query.getFirst("about"),
                        query.getFirst("at")));
    }
}
