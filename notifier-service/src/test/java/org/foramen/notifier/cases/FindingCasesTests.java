package org.foramen.notifier.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.foramen.base.SealKeyFiles;
import org.foramen.contract.InquiryId;
import org.foramen.contract.Level;
import org.foramen.notifier.Inquiries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A case is found by what people read out, and by nothing else. */
abstract class FindingCasesTests extends FreshBoard {

    @Test
    void aPageIsOfOneFilterAndHasAnEnd() {
        InquiryId spanish = board.open(Inquiries.with(1, "a@example.com", true, "es", "Hola"));
        board.open(Inquiries.with(2, "b@example.com", true, "en", "Hello"));
        InquiryId taken = board.open(Inquiries.with(3, "c@example.com", true, "en", "Hello"));
        actions.take(taken, 0, "ben");

        assertThat(cases.page(new CaseFilter(null, null, null, "es", null, null), 10, 0))
                .extracting(CaseFile::inquiry)
                .containsExactly(spanish);
        assertThat(cases.page(new CaseFilter(null, null, Level.USUAL, null, "ben", "foraminotomy"), 10, 0))
                .extracting(CaseFile::inquiry)
                .containsExactly(taken);
        assertThat(cases.page(new CaseFilter(null, null, Level.CRISIS, null, null, null), 10, 0))
                .isEmpty();
        assertThat(cases.page(new CaseFilter(null, null, null, null, null, null), 2, 2))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"K7F3-92QX", "k7f3 92qx", "K7F392QX0123456789ABCDEFGH", "K7F3"})
    void aCaseIsFoundByWhatIsReadOutOnThePhone(String reference) {
        InquiryId id = board.open(Inquiries.called("K7F392QX0123456789ABCDEFGH", inquiry(1)));
        board.open(inquiry(2));

        assertThat(cases.byReference(reference, 10))
                .extracting(CaseFile::inquiry)
                .containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "%", "_", "' or 1=1", "K7F392QX0123456789ABCDEFGHJ"})
    void whatIsNoReferenceFindsNothing(String reference) {
        board.open(Inquiries.called("K7F392QX0123456789ABCDEFGH", inquiry(1)));

        assertThat(cases.byReference(reference, 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(310) 555-0112", "310.555.0112", "+1 310 555 0112", "13105550112", "Canary1@Example.com "})
    void aCaseIsFoundByThePersonsNumberOrAddressHoweverItIsTyped(String typed) {
        InquiryId id = board.open(inquiry(1));

        assertThat(cases.byPerson(typed, 10)).extracting(CaseFile::inquiry).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "canary", "0112", "Canary Ruiz", "@", "(((((((", "310-555-0113", "canary2@example.com"})
    void othersAreNotFound(String typed) {
        board.open(inquiry(1));

        assertThat(cases.byPerson(typed, 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(310) 555-0112", "canary1@example.com"})
    void whoAskedBeforeAChangeOfTheKeyIsFoundBesideWhoAskedAfterIt(String typed) {
        InquiryId before = board.open(inquiry(1));

        SealKeyFiles.change(keys.resolve("keys"));
        Board changed = Board.over(database(), keys.resolve("keys"), NOW);
        InquiryId after = changed.open(
                Inquiries.receivedAt(Inquiries.called("K7F392QX0123456789ABCDEFGH", inquiry(1)), NOW.plusSeconds(60)));

        assertThat(ids(changed.cases.byPerson(typed, 10))).containsExactly(after, before);
    }

    @Test
    void severalInquiriesOfOneAddressAreOnePerson() {
        InquiryId first = board.open(Inquiries.with(1, "ana.ruiz@gmail.com", true, "en", "One"));
        InquiryId second = board.open(Inquiries.with(2, "AnaRuiz@gmail.com", true, "en", "Two"));

        assertThat(board.file(first).person()).isEqualTo(board.file(second).person());
        assertThat(cases.samePerson(first, 10)).extracting(CaseFile::inquiry).containsExactly(second);
    }
}
