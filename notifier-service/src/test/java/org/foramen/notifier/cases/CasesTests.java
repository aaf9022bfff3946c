package org.foramen.notifier.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.foramen.contract.Consent;
import org.foramen.contract.ConsentChannel;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Level;
import org.foramen.contract.details.BestTime;
import org.foramen.contract.details.Details;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.cases.CaseFilter.Lane;
import org.foramen.notifier.cases.action.CaseActions;
import org.foramen.notifier.cases.action.CaseChange;
import org.foramen.notifier.consent.KeptConsent;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.message.Response;
import org.foramen.notifier.order.Order;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same for every database that the cases may stand in. */
abstract class CasesTests {

    /** A Tuesday, 10 a.m. in the clinic. */
    static final Instant NOW = Instant.parse("2026-11-24T18:00:00Z");

    private static final Instant CLOSING = Instant.parse("2026-11-25T01:00:00Z");
    private static final Instant CLOSING_OF_THE_NEXT_DAY = Instant.parse("2026-11-26T01:00:00Z");

    @TempDir
    Path keys;

    Board board;
    private Cases cases;
    private CaseActions actions;

    abstract DataSource database();

    @BeforeEach
    void migrate() {
        board = Board.in(database(), keys.resolve("keys"), NOW);
        cases = board.cases;
        actions = board.actions;
    }

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

    @Test
    void severalInquiriesOfOneAddressAreOnePerson() {
        InquiryId first = board.open(Inquiries.with(1, "ana.ruiz@gmail.com", true, "en", "One"));
        InquiryId second = board.open(Inquiries.with(2, "AnaRuiz@gmail.com", true, "en", "Two"));

        assertThat(board.file(first).person()).isEqualTo(board.file(second).person());
        assertThat(cases.samePerson(first, 10)).extracting(CaseFile::inquiry).containsExactly(second);
    }

    @Test
    void nothingThatNamesAPersonStandsInTheTables() {
        InquiryId id = board.open(inquiry(1));
        actions.take(id, 0, "ana");

        for (String table : List.of("inquiry_case", "case_history", "audit")) {
            for (Map<String, Object> row :
                    board.jdbc.sql("select * from " + table).query().listOfRows()) {
                assertThat(row.values().toString().toLowerCase())
                        .doesNotContain("canary", "ruiz", "example.com", "3105550112", "0112");
            }
        }
    }

    @Test
    void anErasureLeavesTheBareId() {
        InquiryId id = board.open(inquiry(1));
        actions.reached(id, 0, "ana");

        board.erasure.erase(id, NOW);
        board.erasure.erase(id, NOW); // the tombstone is read again
        board.open(inquiry(1)); // and a record before it

        assertThat(cases.find(id)).isEmpty();
        assertThat(cases.byPerson("canary1@example.com", 10)).isEmpty();
        assertThat(ids(Lane.DONE_TODAY)).isEmpty();
        assertThat(actions.take(id, 1, "ben")).isEqualTo(new CaseChange.Unknown());
        Map<String, Object> row = board.jdbc
                .sql(
                        "select received_at, due_at, level, way, language, kind, procedure_id, phone_hash, email_hash, owner"
                                + " from inquiry_case")
                .query()
                .singleRow();
        assertThat(row.values()).containsOnlyNulls();
    }

    @Test
    void whatWasErasedBeforeItsCaseWasOpenedOpensNone() {
        board.erasure.erase(inquiry(1).id(), NOW);

        board.open(inquiry(1));

        assertThat(cases.find(inquiry(1).id())).isEmpty();
        assertThat(board.figures.counts().today()).isZero();
        assertThat(board.opener.known(List.of(inquiry(1).id(), inquiry(2).id())))
                .containsExactly(inquiry(1).id());
    }

    @Test
    void theConsentIsKeptWithTheWordsThatWereAgreedTo() {
        Consent shown = new Consent(true, "2026-11-28", "es", ConsentChannel.PAGE);
        InquiryId id = board.open(Inquiries.agreeing(inquiry(1), shown));
        board.open(Inquiries.agreeing(inquiry(1), new Consent(true, "later", "en", ConsentChannel.API))); // a replay

        assertThat(board.consents.of(id)).hasValue(new KeptConsent(id, "2026-11-28", NOW, "es", "page"));
        assertThat(board.consents.beginning(id.value().substring(0, 8))).hasSize(1);
        assertThat(count("consent")).isEqualTo(1);
    }

    @Test
    void aConsentFromBeforeConsentsWereKeptIsNotedLater() {
        InquiryReceived agreed = Inquiries.agreeing(inquiry(1), new Consent(true, "7", "es", ConsentChannel.PAGE));
        InquiryId id = board.open(agreed);
        InquiryId erased = board.open(Inquiries.agreeing(inquiry(2), new Consent(true, "7", "es")));
        board.erasure.erase(erased, NOW);
        board.jdbc.sql("delete from consent").update();

        assertThat(board.consents.missingOf(List.of(id, erased, inquiry(3).id())))
                .containsExactly(id);
        board.opener.noteConsent(agreed, NOW.plusSeconds(60));

        assertThat(board.consents.of(id)).hasValue(new KeptConsent(id, "7", NOW, "es", "page"));
        assertThat(board.consents.missingOf(List.of(id))).isEmpty();
    }

    @Test
    void whoDidNotAgreeHasNoConsent() {
        InquiryId id = board.open(Inquiries.agreeing(inquiry(1), new Consent(false, "2026-11-28", "es")));

        assertThat(board.consents.of(id)).isEmpty();
    }

    @Test
    void anErasureLeavesOfAConsentWhatProvesIt() {
        InquiryId id = board.open(Inquiries.agreeing(inquiry(1), new Consent(true, "7", "es", ConsentChannel.API)));

        board.erasure.erase(id, NOW);
        board.open(inquiry(1)); // a record before the tombstone, read again

        assertThat(board.consents.of(id)).hasValue(new KeptConsent(id, "7", NOW, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\nb", "line\u0085"})
    void noVersionOfTheWordsKeepsAnInquiryFromTheBoard(String version) {
        String endless = version + "9".repeat(500);
        InquiryId id = board.open(Inquiries.agreeing(inquiry(1), new Consent(true, endless, endless)));

        assertThat(cases.find(id)).isPresent();
        assertThat(board.consents.of(id))
                .hasValueSatisfying(
                        kept -> assertThat(kept.wording()).hasSize(64).doesNotContainPattern("\\p{Cntrl}"));
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

    private void mailToPerson(InquiryId id, String state, String reason) {
        board.jdbc
                .sql(
                        """
                        insert into delivery (subject_kind, subject_id, audience, recipient_index, state, reason, attempts, unknowns,
                            message_id, topic_partition, topic_offset, owed_since)
                        values ('inquiry', ?, 'patient', 1, ?, ?, 1, 0, '<3>', 0, 0, ?)
                        """)
                .params(id.value(), state, reason, utc())
                .update();
    }

    private static Object utc() {
        return NOW.atOffset(java.time.ZoneOffset.UTC);
    }

    static InquiryReceived inquiry(int number) {
        return Inquiries.receivedAt(Inquiries.number(number), NOW);
    }

    private static InquiryReceived at(BestTime time, InquiryReceived inquiry) {
        return Inquiries.with(inquiry, new Details(null, null, List.of(), time, null, null));
    }

    private List<InquiryId> ids(Lane lane) {
        return ids(cases.page(CaseFilter.of(lane), 10, 0));
    }

    private static List<InquiryId> ids(List<CaseFile> files) {
        return files.stream().map(CaseFile::inquiry).toList();
    }

    private long count(String table) {
        return board.jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
