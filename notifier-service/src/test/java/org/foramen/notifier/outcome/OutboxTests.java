package org.foramen.notifier.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.Settings;
import org.foramen.notifier.cases.Board;
import org.foramen.notifier.cases.CloseReason;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.ledger.Ledgers;
import org.foramen.notifier.ledger.followup.Followup;
import org.foramen.notifier.ledger.followup.Followups;
import org.foramen.notifier.smtp.verdict.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What the ledger notes, others are told: in each database that a ledger may stand in. */
abstract class OutboxTests {

    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");
    private static final Position PLACE = new Position(0, 1);

    @TempDir
    Path keys;

    private Board board;
    private Ledger ledger;
    private Followups followups;
    private Outbox outbox;

    abstract DataSource database();

    @BeforeEach
    void anEmptyLedger() {
        DataSource database = database();
        board = Board.in(database, keys.resolve("keys"), NOW);
        ledger = Ledgers.in(database, keys.resolve("keys"), Settings.defaults());
        followups = Ledgers.followups(database, ledger);
        outbox = new Outbox(board.jdbc);
    }

    @Test
    void anInquiryIsToldOnceHoweverOftenItIsRead() {
        board.open(Inquiries.number(1));
        board.open(Inquiries.number(1));

        assertThat(told()).containsExactly("1 accepted usual new");
    }

    @Test
    void anEmergencyIsToldAsOne() {
        board.open(Inquiries.urgent(Inquiries.number(1), "numb"));
        board.open(Inquiries.inCrisis(Inquiries.number(2)));

        assertThat(told())
                .containsExactly(
                        "1 accepted emergency new",
                        "1 urgent emergency new",
                        "2 accepted crisis new",
                        "2 urgent crisis new");
    }

    @Test
    void whatTheDeskNotesIsToldWhereItIsNewsForOthers() {
        InquiryId inquiry = board.open(Inquiries.number(1));
        board.actions.take(inquiry, 0, "Ana");
        board.actions.noAnswer(inquiry, 1, "Ana");
        board.actions.reached(inquiry, 2, "Ana");
        board.actions.close(inquiry, 3, "Ana", CloseReason.ANSWERED);
        board.actions.reopen(inquiry, 4, "Ana");
        board.actions.reached(inquiry, 4, "an old page");

        assertThat(told())
                .containsExactly(
                        "1 accepted usual new",
                        "1 reached usual reached",
                        "1 closed usual closed",
                        "1 reopened usual new");
    }

    @Test
    void aMailIsToldAsTheLedgerHasIt() {
        InquiryId inquiry = board.open(Inquiries.number(1));
        Delivery clinic = begun(inquiry, Audience.CLINIC);
        Delivery patient = begun(inquiry, Audience.PATIENT);
        followups.note(clinic, new Followup.Sent(Reply.NONE, null, NOW));
        followups.note(patient, new Followup.Again(State.DEFERRED, 0, Reply.NONE, NOW));
        followups.note(patient, new Followup.Sent(Reply.NONE, null, NOW));
        followups.returned(ledger.find(patient.key()).orElseThrow(), Reply.NONE, null, NOW);
        followups.returned(ledger.find(patient.key()).orElseThrow(), Reply.NONE, null, NOW);

        assertThat(told())
                .containsExactly(
                        "1 accepted usual new",
                        "1 mailed usual sent clinic",
                        "1 mailed usual sent patient",
                        "1 bounced usual bounced patient");
    }

    @Test
    void aMailThatWasRefusedIsToldAndOneThatMayHaveArrivedIsNot() {
        InquiryId refused = board.open(Inquiries.number(1));
        InquiryId unknown = board.open(Inquiries.number(2));
        followups.note(
                begun(refused, Audience.PATIENT),
                new Followup.Ended(State.REFUSED, 0, Reply.NONE, Audience.NOTICE, NOW));
        followups.note(
                begun(unknown, Audience.PATIENT),
                new Followup.Ended(State.UNKNOWN, 3, Reply.NONE, Audience.NOTICE, NOW));

        assertThat(told())
                .containsExactly("1 accepted usual new", "1 bounced usual refused patient", "2 accepted usual new");
    }

    @Test
    void whatIsNobodysInquiryIsNotTold() {
        DeliveryKey digest = new DeliveryKey(new Subject.Digest(LocalDate.of(2026, 11, 23)), Audience.NOTICE);
        Delivery begun = ledger.beginNew(digest, Position.NOWHERE, null, NOW).orElseThrow();
        followups.note(begun, new Followup.Sent(Reply.NONE, null, NOW));

        assertThat(told()).isEmpty();
    }

    @Test
    void anErasureIsToldOnceAndItsLevelNoMore() {
        InquiryId known = board.open(Inquiries.number(1));
        InquiryId neverRead = Inquiries.number(2).id();
        for (int time = 0; time < 2; time++) {
            board.erasure.erase(known, NOW);
            board.erasure.erase(neverRead, NOW);
        }

        assertThat(told()).containsExactly("1 accepted usual new", "1 erased null closed", "2 erased null closed");
    }

    @Test
    void whatIsTakenBackWasNeverNoted() {
        new TransactionTemplate(board.transactions).executeWithoutResult(status -> {
            board.open(Inquiries.number(1));
            status.setRollbackOnly();
        });

        assertThat(told()).isEmpty();
    }

    @Test
    void whatFollowsWaitsUntilWhatWasBeforeIsTold() {
        InquiryId one = board.open(Inquiries.number(1));
        board.actions.reached(one, 0, "Ana");
        board.open(Inquiries.number(2));

        List<InquiryOutcome> first = outbox.first(10, false);
        assertThat(first)
                .extracting(outcome -> outcome.kind().wireName() + " " + outcome.inquiry())
                .hasSize(2);
        outbox.remove(List.of(first.get(1).number()));
        assertThat(outbox.first(10, false)).containsExactly(first.get(0));
        outbox.remove(List.of(first.get(0).number()));
        assertThat(outbox.first(10, false)).extracting(InquiryOutcome::kind).containsExactly(OutcomeKind.REACHED);
    }

    @Test
    void whatWebhooksAreNotOwedYetIsNotTakenAway() {
        board.open(Inquiries.number(1));
        assertThat(outbox.first(10, true)).isEmpty();

        List<InquiryOutcome> fresh = outbox.notHanded(10);
        outbox.handed(fresh.stream().map(InquiryOutcome::number).toList());

        assertThat(outbox.notHanded(10)).isEmpty();
        assertThat(outbox.first(10, true)).isEqualTo(fresh);
    }

    @Test
    void oneNotifierHasTheTurnUntilItsTransactionEnds() {
        TransactionTemplate ours = new TransactionTemplate(board.transactions);
        TransactionTemplate theirs = new TransactionTemplate(board.transactions);
        theirs.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        assertThat(ours.<Boolean>execute(status ->
                        outbox.takeTurn() && Boolean.FALSE.equals(theirs.execute(other -> outbox.takeTurn()))))
                .isTrue();
        assertThat(theirs.<Boolean>execute(status -> outbox.takeTurn())).isTrue();
    }

    private Delivery begun(InquiryId inquiry, Audience audience) {
        return ledger.beginNew(new DeliveryKey(inquiry, audience), PLACE, null, NOW)
                .orElseThrow();
    }

    /** Each as its inquiry's number, kind, level, state and mail. */
    private List<String> told() {
        return board.jdbc
                .sql("select * from outcome order by inquiry_id, sequence_number")
                .query((row, number) -> "%d %s %s %s%s"
                        .formatted(
                                Long.parseLong(row.getString("inquiry_id")),
                                row.getString("kind"),
                                row.getString("level"),
                                row.getString("state"),
                                row.getString("mail") == null ? "" : " " + row.getString("mail")))
                .list();
    }
}
