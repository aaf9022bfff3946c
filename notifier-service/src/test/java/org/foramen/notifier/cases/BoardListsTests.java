package org.foramen.notifier.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.details.BestTime;
import org.foramen.contract.details.Details;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.cases.CaseFilter.Lane;
import org.foramen.notifier.delivery.State;
import org.junit.jupiter.api.Test;

/** Whom the board shows, and where. */
abstract class BoardListsTests extends FreshBoard {

    @Test
    void theListsShowEachCaseOnce() {
        InquiryId late = board.open(Inquiries.receivedAt(inquiry(1), NOW.minus(Duration.ofDays(7))));
        InquiryId usual = board.open(inquiry(2));
        InquiryId emergency = board.open(Inquiries.urgent(inquiry(3), "numb"));
        InquiryId older =
                board.open(Inquiries.inCrisis(Inquiries.receivedAt(inquiry(4), NOW.minus(Duration.ofMinutes(5)))));
        InquiryId tried = board.open(inquiry(5));
        InquiryId done = board.open(inquiry(6));
        actions.noAnswer(tried, 0, "ana");
        actions.reached(done, 0, "ana");

        assertThat(ids(Lane.NOW)).containsExactly(older, emergency);
        assertThat(ids(Lane.TODAY)).containsExactly(late, usual);
        assertThat(ids(Lane.TRIED)).containsExactly(tried);
        assertThat(ids(Lane.DONE_TODAY)).containsExactly(done);
        assertThat(board.figures.counts()).isEqualTo(new CaseCounts(2, 1, 1, 1, 1));
    }

    @Test
    void whoAskedForThisTimeOfDayComesFirstAmongThoseDueOnOneDay() {
        Instant before = NOW.minus(Duration.ofDays(1));
        InquiryId afternoons = board.open(at(BestTime.AFTERNOON, inquiry(1)));
        InquiryId any = board.open(inquiry(2));
        InquiryId mornings = board.open(at(BestTime.MORNING, inquiry(3)));
        InquiryId dueSooner = board.open(at(BestTime.AFTERNOON, Inquiries.receivedAt(inquiry(4), before)));
        InquiryId late =
                board.open(at(BestTime.AFTERNOON, Inquiries.receivedAt(inquiry(5), NOW.minus(Duration.ofDays(7)))));
        InquiryId later =
                board.open(at(BestTime.MORNING, Inquiries.receivedAt(inquiry(6), NOW.minus(Duration.ofDays(6)))));

        assertThat(ids(Lane.TODAY)).containsExactly(late, later, dueSooner, mornings, any, afternoons);

        board.clock.moveTo(CLOSING.minus(Duration.ofHours(4)));
        assertThat(ids(Lane.TODAY))
                .as("in the afternoon")
                .containsExactly(late, later, dueSooner, afternoons, any, mornings);
    }

    @Test
    void whoIsDueWithinTheHourWaitsForNoTimeOfDay() {
        Instant beforeNoon = Instant.parse("2026-11-25T19:30:00Z");
        InquiryId morning = board.open(at(BestTime.MORNING, inquiry(1)));
        InquiryId pressing = board.open(at(
                BestTime.AFTERNOON,
                Inquiries.flagged(Inquiries.receivedAt(inquiry(2), beforeNoon), "fever", "call-today")));
        board.clock.moveTo(beforeNoon);

        assertThat(ids(Lane.TODAY)).containsExactly(pressing, morning);
    }

    @Test
    void whoeverHasSomebodyIsNamed() {
        InquiryId taken = board.open(inquiry(1));
        InquiryId done = board.open(inquiry(2));
        InquiryId doneLongAgo = board.open(inquiry(3));
        InquiryId givenBack = board.open(inquiry(4));
        actions.reached(doneLongAgo, 0, "eve");
        board.clock.move(Duration.ofDays(1));
        actions.take(taken, 0, "luz");
        actions.reached(done, 0, "ana");
        actions.take(givenBack, 0, "ben");
        actions.reopen(givenBack, 1, "ben");

        assertThat(cases.owners()).containsExactly("ana", "luz");
    }

    @Test
    void anEmergencyStaysOnTopUntilThePersonIsReached() {
        InquiryId id = board.open(Inquiries.urgent(inquiry(1), "numb"));
        actions.take(id, 0, "ana");
        actions.noAnswer(id, 1, "ana");
        assertThat(ids(Lane.NOW)).containsExactly(id);

        actions.reached(id, 2, "ana");

        assertThat(ids(Lane.NOW)).isEmpty();
    }

    @Test
    void whatWasDoneYesterdayIsNotOnTodaysList() {
        InquiryId id = board.open(inquiry(1));
        actions.reached(id, 0, "ana");
        board.clock.moveTo(Instant.parse("2026-11-25T08:00:01Z")); // past midnight in the clinic

        assertThat(ids(Lane.DONE_TODAY)).isEmpty();
        assertThat(cases.page(new CaseFilter(null, CaseState.REACHED, null, null, null, null), 10, 0))
                .extracting(CaseFile::inquiry)
                .containsExactly(id);
    }

    @Test
    void eachPageIsAPieceOfTheWholeListWhoeverPresses() {
        for (int number = 0; number < 12; number++) {
            Instant received = NOW.minus(Duration.ofDays(number % 3 == 0 ? 0 : 5 + number % 5));
            InquiryReceived inquiry = Inquiries.receivedAt(inquiry(number), received);
            board.opener.open(inquiry, number % 4 == 1 ? Board.SUSPECTED : Board.ANSWER, NOW);
        }
        List<InquiryId> whole = ids(cases.page(CaseFilter.of(Lane.TODAY), 1000, 0));

        assertThat(whole).hasSize(12);
        for (int skipped = 0; skipped < 12; skipped++) {
            for (int most = 1; most <= 12 - skipped; most++) {
                assertThat(ids(cases.page(CaseFilter.of(Lane.TODAY), most, skipped)))
                        .as("%s after %s", most, skipped)
                        .isEqualTo(whole.subList(skipped, skipped + most));
            }
        }
    }

    @Test
    void thePulseChangesWithEachChangeAndOnlyThen() {
        String nothing = board.figures.pulse();
        InquiryId id = board.open(inquiry(1));
        String opened = board.figures.pulse();
        actions.take(id, 0, "ana");
        String taken = board.figures.pulse();

        assertThat(List.of(nothing, opened, taken)).doesNotHaveDuplicates();
        assertThat(board.figures.pulse()).isEqualTo(taken);
    }

    @Test
    void theBoardSaysWhatBecameOfTheMails() {
        InquiryId id = board.open(inquiry(1));
        board.jdbc
                .sql(
                        """
                        insert into delivery (subject_kind, subject_id, audience, recipient_index, state, reason, attempts, unknowns,
                            message_id, topic_partition, topic_offset, owed_since)
                        values ('inquiry', ?, 'clinic', 1, 'sent', null, 1, 0, '<1>', 0, 0, ?),
                            ('inquiry', ?, 'clinic', 2, 'owed', null, 1, 0, '<2>', 0, 0, ?),
                            ('inquiry', ?, 'patient', 1, 'withheld', 'too-many', 1, 0, '<3>', 0, 0, ?)
                        """)
                .params(id.value(), utc(), id.value(), utc(), id.value(), utc())
                .update();

        assertThat(cases.page(CaseFilter.of(Lane.TODAY), 10, 0)).singleElement().satisfies(file -> {
            assertThat(file.clinicMail()).isEqualTo(State.SENT);
            assertThat(file.patientMail()).isEqualTo(State.WITHHELD);
            assertThat(file.patientMailReason()).isNotNull();
        });
    }

    private static OffsetDateTime utc() {
        return NOW.atOffset(ZoneOffset.UTC);
    }

    private static InquiryReceived at(BestTime time, InquiryReceived inquiry) {
        return Inquiries.with(inquiry, new Details(null, null, List.of(), time, null, null));
    }
}
