package org.foramen.notifier.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Level;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.cases.CaseFilter.Lane;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.message.Response;
import org.foramen.notifier.order.Order;
import org.junit.jupiter.api.Test;

/** An inquiry opens a case, which says who is asked for and when it is due. */
abstract class CasesTests extends FreshBoard {

    @Test
    void theFirstRecordOfAnInquiryOpensItsCase() {
        InquiryId id = board.open(inquiry(1));

        assertThat(cases.find(id)).hasValueSatisfying(file -> {
            assertThat(file.state()).isEqualTo(CaseState.NEW);
            assertThat(file.level()).isEqualTo(Level.USUAL);
            assertThat(file.way()).isEqualTo(ContactChannel.PHONE);
            assertThat(file.phone()).isTrue();
            assertThat(file.emailAllowed()).isTrue();
            assertThat(file.language()).isEqualTo("en");
            assertThat(file.procedure()).isEqualTo("foraminotomy");
            assertThat(file.receivedAt()).isEqualTo(NOW);
            assertThat(file.due()).isEqualTo(CLOSING_OF_THE_NEXT_DAY);
            assertThat(file.owner()).isNull();
            assertThat(file.clinicMail()).isNull();
        });
    }

    @Test
    void aRecordThatIsReadAgainChangesNothing() {
        InquiryId id = board.open(inquiry(1));
        actions.take(id, 0, "ana");
        CaseFile taken = board.file(id);
        board.clock.move(Duration.ofHours(1));

        board.open(inquiry(1));

        assertThat(cases.find(id)).hasValue(taken);
        assertThat(count("inquiry_case")).isEqualTo(1);
    }

    @Test
    void whatIsUrgentIsDueSooner() {
        InquiryId emergency = board.open(Inquiries.urgent(inquiry(1), "numb"));
        InquiryId today = board.open(Inquiries.flagged(inquiry(2), "fever", "call-today"));

        assertThat(board.file(emergency).due()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
        assertThat(board.file(today).due()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
        assertThat(board.file(emergency).emergency()).isTrue();
        assertThat(board.file(today).emergency()).isFalse();
    }

    @Test
    void whatIsUrgentAfterHoursIsDueSoonAfterTheNextOpening() {
        Instant evening = CLOSING.plus(Duration.ofHours(2));
        InquiryId id = board.open(Inquiries.receivedAt(Inquiries.urgent(inquiry(2), "numb"), evening));

        assertThat(board.file(id).due()).isEqualTo(Instant.parse("2026-11-25T17:30:00Z"));
    }

    @Test
    void whatMayBeSpamIsToldApart() {
        board.opener.open(inquiry(1), Board.SUSPECTED, NOW);

        assertThat(cases.page(CaseFilter.of(Lane.TODAY), 10, 0))
                .singleElement()
                .satisfies(file -> assertThat(file.suspected()).isTrue());
    }

    /** The mail that was let go says that somebody answers. */
    @Test
    void whoseMailWasLetGoIsAPersonToAnswer() {
        InquiryId id = inquiry(1).id();
        board.opener.open(inquiry(1), Board.SUSPECTED, NOW);
        mailToPerson(id, "withheld", "suspected-spam");
        assertThat(board.file(id).order()).isEqualTo(Order.NOTHING);

        board.jdbc
                .sql("update delivery set state = 'sent', reason = 'released' where subject_id = ?")
                .params(id.value())
                .update();

        assertThat(board.file(id).suspected()).isFalse();
        assertThat(board.file(id).order()).isEqualTo(Order.CALL);
    }

    @Test
    void whatNobodyIsAskedToAnswerStandsBelowAllOthersAndIsNeitherDueNorLate() {
        Instant lastWeek = NOW.minus(Duration.ofDays(7));
        InquiryReceived lateSpam = Inquiries.receivedAt(inquiry(1), lastWeek);
        board.opener.open(lateSpam, Board.SUSPECTED, NOW);
        board.opener.open(inquiry(2), Board.SUSPECTED, NOW);
        InquiryId usual = board.open(inquiry(3));

        assertThat(ids(Lane.TODAY))
                .containsExactly(usual, lateSpam.id(), inquiry(2).id());
        assertThat(board.figures.counts()).isEqualTo(new CaseCounts(0, 0, 1, 0, 0));
        assertThat(board.file(lateSpam.id()).late(NOW)).isFalse();
    }

    /** The table's condition and the row's order are of one opinion, whatever became of our mail. */
    @Test
    void whoCannotBeReachedIsNeitherDueNorLateUnlessItMayBeAnEmergency() {
        Instant lastWeek = NOW.minus(Duration.ofDays(7));
        List<String> reasons = List.of("", "own-address", "bounced-before", "too-many", "no-consent");
        int number = 1;
        for (State state : State.values()) {
            for (String reason : reasons) {
                for (Level level : List.of(Level.USUAL, Level.CALL_TODAY)) {
                    InquiryReceived asked = Inquiries.withoutPhone(Inquiries.receivedAt(inquiry(number++), lastWeek));
                    InquiryId id = board.open(
                            level == Level.USUAL ? asked : Inquiries.flagged(asked, "fever", level.wireName()));
                    mailToPerson(id, state.wireName(), reason.isEmpty() ? null : reason);

                    assertThat(board.figures.counts().late())
                            .as("%s, %s, %s", state, reason, level)
                            .isEqualTo(board.file(id).late(NOW) ? 1 : 0);
                    actions.reached(id, 0, "ana");
                }
            }
        }
        InquiryId emergency = board.open(Inquiries.urgent(
                Inquiries.withoutPhone(Inquiries.receivedAt(inquiry(number), lastWeek)), "cannot pee"));
        mailToPerson(emergency, "refused", null);

        assertThat(board.figures.counts()).isEqualTo(new CaseCounts(1, 0, 0, 0, 1));
        assertThat(board.file(emergency).late(NOW)).isTrue();
    }

    @Test
    void whoMayBeSpamButIsAnsweredIsDueLikeAllOthers() {
        Instant lastWeek = NOW.minus(Duration.ofDays(7));
        InquiryReceived letGo = Inquiries.receivedAt(inquiry(1), lastWeek);
        InquiryReceived toCallToday =
                Inquiries.flagged(Inquiries.receivedAt(inquiry(2), lastWeek.plusSeconds(1)), "fever", "call-today");
        board.opener.open(letGo, Board.SUSPECTED, NOW);
        board.opener.open(toCallToday, Board.SUSPECTED, NOW);
        mailToPerson(letGo.id(), "sent", "released");
        InquiryId usual = board.open(inquiry(3));

        assertThat(ids(Lane.TODAY)).containsExactlyInAnyOrder(letGo.id(), toCallToday.id(), usual);
        assertThat(ids(Lane.TODAY)).last().isEqualTo(usual);
        assertThat(board.figures.counts()).isEqualTo(new CaseCounts(0, 2, 1, 0, 2));
        assertThat(board.file(letGo.id()).late(NOW)).isTrue();
    }

    /** The board sorts and counts by one, its rows are worded by the other. */
    @Test
    void theTablesAndTheirRowsSayTheSameOfWhoIsAskedFor() {
        int number = 0;
        for (Level level : Level.values()) {
            for (Response answer : List.of(Board.ANSWER, Board.SUSPECTED)) {
                board.opener.open(Inquiries.flagged(inquiry(number++), "sign", level.wireName()), answer, NOW);
                for (Reason reason : Reason.values()) {
                    InquiryReceived inquiry = Inquiries.flagged(inquiry(number++), "sign", level.wireName());
                    board.opener.open(inquiry, answer, NOW);
                    mailToPerson(inquiry.id(), "withheld", reason.code());
                }
            }
        }

        List<InquiryId> notAskedFor = board.jdbc
                .sql("select inquiry_id from inquiry_case where " + CaseFile.IS_NOT_ASKED_FOR)
                .query((row, at) -> new InquiryId(row.getString(1)))
                .list();

        List<CaseFile> all = cases.page(new CaseFilter(null, null, null, null, null, null), number, 0);
        assertThat(all).hasSize(number);
        assertThat(notAskedFor)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .filter(file -> !file.isAskedFor())
                        .map(CaseFile::inquiry)
                        .toList());
    }

    private void mailToPerson(InquiryId id, String state, String reason) {
        board.jdbc
                .sql(
                        """
                        insert into delivery (subject_kind, subject_id, audience, recipient_index, state, reason, attempts, unknowns,
                            message_id, topic_partition, topic_offset, owed_since)
                        values ('inquiry', ?, 'patient', 1, ?, ?, 1, 0, '<3>', 0, 0, ?)
                        """)
                .params(id.value(), state, reason, NOW.atOffset(ZoneOffset.UTC))
                .update();
    }
}
