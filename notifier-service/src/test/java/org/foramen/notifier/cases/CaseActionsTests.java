package org.foramen.notifier.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.cases.action.CaseChange;
import org.junit.jupiter.api.Test;

/** What people do with a case. */
abstract class CaseActionsTests extends FreshBoard {

    @Test
    void ofTwoWhoPressAtOnceOneWinsAndTheOtherHearsWho() {
        InquiryId id = board.open(inquiry(1));

        assertThat(actions.take(id, 0, "ana")).isEqualTo(new CaseChange.Done(CaseState.TAKEN));
        assertThat(actions.take(id, 0, "ben")).isEqualTo(new CaseChange.Meanwhile("ana", CaseState.TAKEN));

        assertThat(board.file(id).owner()).isEqualTo("ana");
        assertThat(cases.history(id)).extracting(CaseFile.Event::by).containsExactly("ana");
    }

    @Test
    void manyWhoPressAtTheSameMomentHaveOneWinner() throws Exception {
        InquiryId id = board.open(inquiry(1));
        int people = 8;
        CyclicBarrier start = new CyclicBarrier(people);
        ExecutorService desk = Executors.newFixedThreadPool(people);
        List<Future<CaseChange>> said = Stream.iterate(0, number -> number + 1)
                .limit(people)
                .map(number -> desk.submit(() -> {
                    start.await();
                    return actions.take(id, 0, "person" + number);
                }))
                .toList();

        int winners = 0;
        for (Future<CaseChange> one : said) {
            winners += one.get() instanceof CaseChange.Done ? 1 : 0;
        }
        desk.shutdown();

        assertThat(winners).isEqualTo(1);
        assertThat(cases.history(id)).hasSize(1);
    }

    @Test
    void whoTakesWhatMayBeSpamAnswersAPersonAndHasATimeForIt() {
        InquiryId id = inquiry(1).id();
        board.opener.open(inquiry(1), Board.SUSPECTED, NOW);
        assertThat(board.file(id).isAskedFor()).isFalse();

        actions.take(id, 0, "ana");

        assertThat(board.file(id).isAskedFor()).isTrue();
        assertThat(board.file(id).late(CLOSING_OF_THE_NEXT_DAY.plusSeconds(1))).isTrue();
        actions.reopen(id, 1, "ana");
        assertThat(board.file(id).isAskedFor())
                .as("given back, a person still waits")
                .isTrue();
    }

    @Test
    void whoClosesWhatMayBeSpamSaysNothingOfAPerson() {
        InquiryId id = inquiry(1).id();
        board.opener.open(inquiry(1), Board.SUSPECTED, NOW);

        actions.close(id, 0, "ana", CloseReason.SPAM);
        actions.reopen(id, 1, "ana");

        assertThat(board.file(id).isAskedFor()).isFalse();
    }

    @Test
    void whatWasDoneStandsInTheHistoryAndInTheAudit() {
        InquiryId id = board.open(inquiry(1));
        actions.take(id, 0, "ana");
        actions.noAnswer(id, 1, "ana");
        actions.leftWord(id, 2, "ben");
        actions.close(id, 3, "ben", CloseReason.ANSWERED);
        actions.reopen(id, 4, "ana");

        assertThat(cases.history(id))
                .extracting(CaseFile.Event::action)
                .containsExactly("taken", "no-answer", "left-word", "closed", "reopened");
        assertThat(cases.history(id).get(3).reason()).isEqualTo(CloseReason.ANSWERED);
        assertThat(board.jdbc
                        .sql("select action from audit where subject = ? order by action")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .containsExactly("case closed", "case left-word", "case no-answer", "case reopened", "case taken");
        CaseFile file = board.file(id);
        assertThat(file.state()).isEqualTo(CaseState.NEW);
        assertThat(file.tries()).isEqualTo(2);
        assertThat(file.owner()).isNull();
        assertThat(file.version()).isEqualTo(5);
    }

    @Test
    void whatIsDoneCannotBeTakenAndSaysWhoDidIt() {
        InquiryId id = board.open(inquiry(1));
        actions.close(id, 0, "ana", CloseReason.SPAM);

        assertThat(actions.take(id, 1, "ben")).isEqualTo(new CaseChange.Meanwhile("ana", CaseState.CLOSED));
        assertThatThrownBy(() -> actions.close(id, 1, "ben", CloseReason.ERASED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aForgedIdIsUnknown() {
        assertThat(actions.take(inquiry(9).id(), 0, "ana")).isEqualTo(new CaseChange.Unknown());
        assertThat(cases.find(inquiry(9).id())).isEmpty();
    }

    @Test
    void theFirstAnswerIsMeasuredFromTheInquiryToTheFirstWord() {
        InquiryId inTime = board.open(inquiry(1));
        InquiryId late = board.open(Inquiries.receivedAt(inquiry(2), NOW.minus(Duration.ofDays(7))));
        InquiryId open = board.open(inquiry(3));
        board.clock.move(Duration.ofHours(2));
        actions.leftWord(inTime, 0, "ana");
        actions.noAnswer(open, 0, "ana"); // heard nothing
        actions.reached(late, 0, "ana");
        board.clock.move(Duration.ofHours(2));
        actions.reached(inTime, 1, "ana"); // it stays with the first

        CaseCounts.FirstAnswers answers = board.figures.firstAnswers(NOW.minus(Duration.ofDays(30)));

        assertThat(answers.answered()).isEqualTo(2);
        assertThat(answers.inTime()).isEqualTo(0.5);
        assertThat(answers.median()).isEqualTo(Duration.ofHours(86));
        assertThat(board.figures.firstAnswers(NOW.plus(Duration.ofDays(1))))
                .isEqualTo(new CaseCounts.FirstAnswers(0, null, null));
    }
}
