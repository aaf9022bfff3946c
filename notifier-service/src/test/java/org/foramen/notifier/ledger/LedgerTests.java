package org.foramen.notifier.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.foramen.base.SealKeyFiles;
import org.foramen.content.MovedClock;
import org.foramen.contract.InquiryId;
import org.foramen.contract.sealing.SealKeys;
import org.foramen.notifier.Settings;
import org.foramen.notifier.ShippedContent;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.Recipient;
import org.foramen.notifier.delivery.SentHandout;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.delivery.SubjectKind;
import org.foramen.notifier.digest.DigestQueries;
import org.foramen.notifier.ledger.followup.Followup;
import org.foramen.notifier.ledger.followup.Followups;
import org.foramen.notifier.ledger.statistics.LedgerStatistics;
import org.foramen.notifier.ledger.statistics.MailStatistics;
import org.foramen.notifier.reconciliation.LedgerMetrics;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.smtp.verdict.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The same for every database that the ledger may stand in. */
abstract class LedgerTests {

    private static final Set<Audience> EVERYBODY = EnumSet.allOf(Audience.class);

    @TempDir
    Path keys;

    static final Instant NOW = Instant.parse("2026-11-22T18:30:05Z");
    private static final Position HERE = new Position(3, 17);
    private static final InquiryId ID = new InquiryId("K7F392QX0123456789ABCDEFGH");
    private static final InquiryId OTHER = new InquiryId("0".repeat(26));
    private static final Subject INQUIRY = new Subject.Inquiry(ID);
    private static final Subject DIGEST = new Subject.Digest(LocalDate.parse("2026-11-22"));
    private static final DeliveryKey KEY = new DeliveryKey(ID, Audience.PATIENT);

    JdbcClient jdbc;
    Ledger ledger;
    private Followups followups;
    private DueDeliveries due;
    private KnownDeliveries known;
    private DigestQueries books;
    private OperatorActions actions;
    DeliverySearch search;
    private LedgerStatistics figures;
    private MailStatistics mails;
    private AuditLog auditLog;

    abstract DataSource database();

    @BeforeEach
    void migrate() {
        DataSource database = Ledgers.emptied(database());
        jdbc = JdbcClient.create(database);
        books = new DigestQueries(jdbc);
        search = new DeliverySearch(jdbc);
        figures = new LedgerStatistics(jdbc);
        mails = new MailStatistics(jdbc);
        auditLog = new AuditLog(jdbc);
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
        ledger = new Ledger(jdbc, new MessageIds(ShippedContent.CONTENT), quota(keys, Settings.defaults()));
        followups = Ledgers.followups(database, ledger);
        due = new DueDeliveries(jdbc);
        known = new KnownDeliveries(jdbc);
        actions = new OperatorActions(jdbc, ledger, new AuditLog(jdbc), transactions);
    }

    @Test
    void whatIsKnownOfManyInquiriesIsFoundAtOnce() {
        DeliveryKey clinic = new DeliveryKey(ID, Audience.CLINIC);
        begin(KEY);
        ledger.owe(clinic, HERE, Reason.RECONCILED, NOW);
        ledger.owe(new DeliveryKey(OTHER, Audience.CLINIC), HERE, Reason.RECONCILED, NOW);

        assertThat(known.of(List.of(INQUIRY, DIGEST))).containsExactlyInAnyOrder(KEY, clinic);
        assertThat(known.of(List.of())).isEmpty();
    }

    @Test
    void whatIsBegunIsWhatStandsInTheLedger() {
        Optional<Delivery> begun = begin(KEY);

        assertThat(begun).isPresent().isEqualTo(ledger.find(KEY));
    }

    @Test
    void aDeliveryIsBegunOnce() {
        assertThat(begin(KEY)).hasValueSatisfying(begun -> {
            assertThat(begun.state()).isEqualTo(State.ATTEMPTING);
            assertThat(begun.attempts()).isEqualTo(1);
            assertThat(begun.messageId()).isEqualTo("<K7F392QX0123456789ABCDEFGH.patient@clinic.example>");
            assertThat(begun.position()).isEqualTo(HERE);
            assertThat(begun.owedSince()).isEqualTo(NOW);
            assertThat(begun.smtpCode()).isNull();
        });
        assertThat(begin(KEY)).isEmpty();
    }

    @Test
    void eachAudienceHasItsOwnDelivery() {
        begin(KEY);

        assertThat(begin(new DeliveryKey(ID, Audience.CLINIC))).isPresent();
    }

    @Test
    void whatHasEndedIsNeverBegunAgainAndNeverDue() {
        Delivery begun = begin(KEY).orElseThrow();
        followups.note(begun, new Followup.Sent(new Reply(250, "2.0.0"), null, NOW));

        Delivery ended = ledger.find(KEY).orElseThrow();

        assertThat(ended.endedAt()).isEqualTo(NOW);
        assertThat(ended.smtpCode()).isEqualTo(250);
        assertThat(ended.enhancedStatus()).isEqualTo("2.0.0");
        assertThat(ledger.beginAgain(ended, NOW)).isEmpty();
        assertThat(due.find(EVERYBODY, NOW.plus(Duration.ofDays(365)), 10)).isEmpty();
    }

    @Test
    void whatIsDeferredIsDueWhenItsTimeHasCome() {
        Delivery begun = begin(KEY).orElseThrow();
        followups.note(begun, new Followup.Again(State.DEFERRED, 0, new Reply(450, "4.2.1"), NOW.plusSeconds(60)));

        assertThat(due.find(EVERYBODY, NOW.plusSeconds(59), 10)).isEmpty();
        assertThat(due.find(EVERYBODY, NOW.plusSeconds(60), 10))
                .extracting(Delivery::key)
                .containsExactly(KEY);
    }

    @Test
    void ofTwoNotifiersOnlyOneBeginsAgain() {
        Delivery begun = begin(KEY).orElseThrow();
        followups.note(begun, new Followup.Again(State.DEFERRED, 0, Reply.NONE, NOW));
        Delivery seenByBoth = ledger.find(KEY).orElseThrow();

        assertThat(ledger.beginAgain(seenByBoth, NOW)).map(Delivery::attempts).contains(2);
        assertThat(ledger.beginAgain(seenByBoth, NOW)).isEmpty();
    }

    @Test
    void aTryThatBeganIsBegunAgainByNobodyBeforeItsLeaseIsOver() {
        Delivery begun = begin(KEY).orElseThrow();

        assertThat(ledger.beginAgain(begun, NOW.plusSeconds(1))).isEmpty();
        assertThat(ledger.beginAgain(begun, NOW.plus(Ledger.LEASE).minusSeconds(1)))
                .isEmpty();
        assertThat(ledger.beginAgain(begun, NOW.plus(Ledger.LEASE)))
                .map(Delivery::attempts)
                .contains(2);
    }

    @Test
    void aTryThatACrashCutOffIsDueAgain() {
        begin(KEY);

        assertThat(due.find(EVERYBODY, NOW.plus(Duration.ofMinutes(15)), 10))
                .extracting(Delivery::key)
                .containsExactly(KEY);
    }

    @Test
    void aTryWhileTheServerWasAwayDoesNotCount() {
        Delivery begun = begin(KEY).orElseThrow();

        followups.note(begun, new Followup.Again(State.OWED, 0, Reply.NONE, NOW.plusSeconds(60)));

        assertThat(ledger.find(KEY)).hasValueSatisfying(owed -> {
            assertThat(owed.attempts()).isZero();
            assertThat(owed.state()).isEqualTo(State.OWED);
        });
    }

    @Test
    void aMailThatComesBackAfterItWasTakenHasEndedSo() {
        begin(KEY);
        followups.note(ledger.find(KEY).orElseThrow(), new Followup.Sent(new Reply(250, "2.0.0"), null, NOW));
        Delivery sent = ledger.find(KEY).orElseThrow();

        assertThat(followups.returned(sent, new Reply(550, "5.1.1"), null, NOW.plusSeconds(60)))
                .isTrue();
        assertThat(followups.returned(sent, new Reply(550, "5.1.1"), null, NOW.plusSeconds(90)))
                .isFalse();

        assertThat(ledger.find(KEY)).hasValueSatisfying(ended -> {
            assertThat(ended.state()).isEqualTo(State.BOUNCED);
            assertThat(ended.enhancedStatus()).isEqualTo("5.1.1");
            assertThat(ended.endedAt()).isEqualTo(NOW.plusSeconds(60));
        });
    }

    @Test
    void anAddressThatSentAMailBackRestsAndTheClinicIsAskedToPhone() {
        quota(keys, Settings.defaults()).rest("Ana@example.com", Reason.BOUNCED_BEFORE, NOW.plus(Duration.ofDays(30)));

        assertThat(ledger.beginNew(KEY, HERE, "ana@example.com", NOW)).isEmpty();

        assertThat(ledger.find(KEY)).hasValueSatisfying(withheld -> {
            assertThat(withheld.state()).isEqualTo(State.WITHHELD);
            assertThat(withheld.reason()).isEqualTo(Reason.BOUNCED_BEFORE);
        });
        assertThat(due.find(EVERYBODY, NOW, 10))
                .extracting(Delivery::key)
                .containsExactly(new DeliveryKey(ID, Audience.NOTICE));
    }

    @Test
    void anAddressRestsForAWhileOnly() {
        AddressQuota quota = quota(keys, Settings.defaults());
        quota.rest("ana@example.com", Reason.COMPLAINED, NOW.plus(Duration.ofDays(1)));
        quota.rest("ana@example.com", Reason.BOUNCED_BEFORE, NOW.plus(Duration.ofDays(30)));

        assertThat(quota.take("ana@example.com", NOW.plus(Duration.ofDays(29)))).contains(Reason.BOUNCED_BEFORE);
        assertThat(quota.take("ana@example.com", NOW.plus(Duration.ofDays(30)))).isEmpty();
    }

    @Test
    void theReasonOfAMailThatIsTakenForNobodyStandsOnItAndOnTheNotice() {
        Delivery begun = begin(KEY).orElseThrow();

        followups.note(
                begun,
                new Followup.Ended(
                        State.UNACCEPTABLE, 0, new Reply(552, "5.3.4"), Audience.NOTICE, Reason.TOO_BIG, NOW));

        assertThat(ledger.find(KEY)).map(Delivery::reason).contains(Reason.TOO_BIG);
        assertThat(due.find(EVERYBODY, NOW, 10)).extracting(Delivery::reason).containsExactly(Reason.TOO_BIG);
    }

    @Test
    void ofARecordThatADiskHasDamagedTheFrontDeskIsToldOnceHoweverManyMailsWereOwed() {
        DeliveryKey clinic = new DeliveryKey(ID, Audience.CLINIC);
        for (DeliveryKey key : List.of(KEY, clinic)) {
            followups.note(begin(key).orElseThrow(), new Followup.Withheld(Reason.DAMAGED, NOW));
        }

        assertThat(List.of(KEY, clinic))
                .allSatisfy(key -> assertThat(ledger.find(key)).hasValueSatisfying(mail -> {
                    assertThat(mail.state()).isEqualTo(State.WITHHELD);
                    assertThat(mail.reason()).isEqualTo(Reason.DAMAGED);
                }));
        assertThat(due.find(EVERYBODY, NOW, 10)).singleElement().satisfies(notice -> {
            assertThat(notice.key().audience()).isEqualTo(Audience.NOTICE);
            assertThat(notice.reason()).isEqualTo(Reason.DAMAGED);
        });
    }

    @Test
    void theFallbackInboxIsOwedAMailOnceHoweverOftenTheFirstPutsItOff() {
        DeliveryKey clinic = new DeliveryKey(ID, Audience.CLINIC);
        Delivery begun = begin(clinic).orElseThrow();
        Reply full = new Reply(452, "4.2.2");

        followups.note(begun, new Followup.Again(State.DEFERRED, 0, full, NOW, Audience.FALLBACK));
        Delivery again =
                ledger.beginAgain(ledger.find(clinic).orElseThrow(), NOW).orElseThrow();
        followups.note(again, new Followup.Again(State.DEFERRED, 0, full, NOW.plusSeconds(60), Audience.FALLBACK));

        assertThat(due.find(EVERYBODY, NOW, 10)).singleElement().satisfies(fallback -> {
            assertThat(fallback.key().audience()).isEqualTo(Audience.FALLBACK);
            assertThat(fallback.reason()).isEqualTo(Reason.PUT_OFF);
            assertThat(fallback.owedSince()).isEqualTo(NOW);
        });
        assertThat(ledger.find(clinic)).map(Delivery::state).contains(State.DEFERRED);
    }

    @Test
    void aPersonIsToldInPlaceOfAMailThatWasRefused() {
        Delivery begun = begin(KEY).orElseThrow();

        followups.note(begun, new Followup.Ended(State.REFUSED, 0, new Reply(550, "5.1.1"), Audience.NOTICE, NOW));

        assertThat(ledger.find(KEY)).map(Delivery::state).contains(State.REFUSED);
        assertThat(due.find(EVERYBODY, NOW, 10)).singleElement().satisfies(notice -> {
            assertThat(notice.key().audience()).isEqualTo(Audience.NOTICE);
            assertThat(notice.reason()).isEqualTo(Reason.REFUSED);
            assertThat(notice.position()).isEqualTo(HERE);
        });
    }

    @Test
    void anInquiryThatStandsFurtherOnIsReadThereNextTime() {
        begin(KEY);
        ledger.owe(new DeliveryKey(ID, Audience.NOTICE), HERE, Reason.REFUSED, NOW);

        ledger.beginNew(KEY, new Position(3, 40), null, NOW);

        assertThat(due.find(EVERYBODY, NOW.plus(Duration.ofDays(1)), 10))
                .extracting(Delivery::position)
                .containsOnly(new Position(3, 40));
    }

    @Test
    void aMailThatMayNotBeSentIsOnRecord() {
        ledger.withhold(KEY, HERE, Reason.NO_CONSENT, NOW);

        assertThat(ledger.find(KEY)).hasValueSatisfying(withheld -> {
            assertThat(withheld.state().ended()).isTrue();
            assertThat(withheld.reason()).isEqualTo(Reason.NO_CONSENT);
        });
    }

    @Test
    void aMailThatIsOneTooManyForItsAddressIsOnRecordAndNotBegun() {
        ledger.beginNew(another(1), HERE, "ana@example.com", NOW);
        ledger.beginNew(another(2), HERE, "ana@example.com", NOW);
        ledger.beginNew(another(3), HERE, "ana@example.com", NOW);

        assertThat(ledger.beginNew(KEY, HERE, "ana@example.com", NOW)).isEmpty();

        assertThat(ledger.find(KEY)).hasValueSatisfying(withheld -> {
            assertThat(withheld.state()).isEqualTo(State.WITHHELD);
            assertThat(withheld.reason()).isEqualTo(Reason.TOO_MANY);
            assertThat(withheld.nextAttemptAt()).isNull();
        });
    }

    @Test
    void everyMailIsCountedOnceByAudienceAndState() {
        followups.note(begin(KEY).orElseThrow(), new Followup.Sent(Reply.NONE, null, NOW));
        ledger.withhold(new DeliveryKey(OTHER, Audience.PATIENT), HERE, Reason.NO_CONSENT, NOW.plusSeconds(1));
        ledger.owe(new DeliveryKey(OTHER, Audience.CLINIC), HERE, Reason.RECONCILED, NOW.plusSeconds(2));
        ledger.owe(deadLetter(3, 17), HERE, Reason.SEAL_BROKEN, NOW);
        ledger.owe(digest("2026-11-22"), HERE, Reason.DAILY, NOW);

        assertThat(figures.standings())
                .containsExactlyInAnyOrder(
                        standing(SubjectKind.INQUIRY, Audience.PATIENT, State.SENT, 1, NOW),
                        standing(SubjectKind.INQUIRY, Audience.PATIENT, State.WITHHELD, 1, NOW.plusSeconds(1)),
                        standing(SubjectKind.INQUIRY, Audience.CLINIC, State.OWED, 1, NOW.plusSeconds(2)),
                        standing(SubjectKind.DEAD_LETTER, Audience.NOTICE, State.OWED, 1, NOW),
                        standing(SubjectKind.DIGEST, Audience.NOTICE, State.OWED, 1, NOW));
    }

    @Test
    void theGaugesShowTheLedgerAsItWasAtTheLastLook() {
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        LedgerMetrics gauges = new LedgerMetrics(figures, new MovedClock(NOW.plusSeconds(420)), metrics);
        Delivery owed = begin(KEY).orElseThrow();
        gauges.look();

        assertThat(shown(metrics, State.ATTEMPTING)).isEqualTo(1);
        assertThat(metrics.get("foramen.ledger.oldest.owed")
                        .tag("audience", "patient")
                        .gauge()
                        .value())
                .as("by the ledger's clock, not by this machine's")
                .isEqualTo(420);

        followups.note(owed, new Followup.Sent(Reply.NONE, null, NOW));
        assertThat(shown(metrics, State.SENT)).isZero();
        gauges.look();

        assertThat(shown(metrics, State.SENT)).isEqualTo(1);
        assertThat(shown(metrics, State.ATTEMPTING)).isZero();
        assertThat(gauges.mails(true)).isEqualTo(1);
        assertThat(metrics.get("foramen.ledger.oldest.owed")
                        .tag("audience", "patient")
                        .gauge()
                        .value())
                .isZero();
    }

    private static double shown(MeterRegistry metrics, State state) {
        return metrics.get("foramen.ledger.mails")
                .tags("audience", "patient", "state", state.wireName())
                .gauge()
                .value();
    }

    @Test
    void whatAReaderHasInItsHandIsCountedFromItsPlaceOn() {
        begin(KEY);
        ledger.owe(deadLetter(3, 17), HERE, Reason.SEAL_BROKEN, NOW);

        assertThat(known.count(Audience.PATIENT, 3, 17, 18)).isEqualTo(1);
        assertThat(known.count(Audience.PATIENT, 3, 18, 19)).isZero();
        assertThat(known.count(Audience.PATIENT, 2, 0, 100)).isZero();
        assertThat(known.count(Audience.CLINIC, 3, 17, 18)).isZero();
    }

    @Test
    void aDeadLetterThatCameBackOrWasErasedIsNoneAnyMore() {
        ledger.owe(deadLetter(3, 17), HERE, Reason.SEAL_BROKEN, NOW);
        ledger.owe(deadLetter(3, 18), HERE, Reason.SEAL_BROKEN, NOW);

        actions.settle("replay", "3-17", "command", NOW);
        actions.settle("replay", "3-17", "command", NOW);
        assertThat(figures.deadLetters()).isEqualTo(1);
        actions.settle("erase", "3-18", "command", NOW);

        assertThat(figures.deadLetters()).isZero();
        assertThat(auditLog.about("3-17")).hasSize(1);
    }

    @Test
    void anAddressGetsSoManyMailsADayHoweverItIsSpelt(@TempDir Path folder) {
        AddressQuota quota = quota(folder, Settings.with("foramen.limits.patient-mails-per-day", "2"));

        assertThat(quota.take("ana@example.com", NOW)).isEmpty();
        assertThat(quota.take("Ana+form@Example.com", NOW)).isEmpty();
        assertThat(quota.take("ana@example.com", NOW)).contains(Reason.TOO_MANY);
        assertThat(quota.take("bob@example.com", NOW)).isEmpty();
        assertThat(quota.take("ana@example.com", NOW.plus(Duration.ofDays(1)))).isEmpty();
        assertThat(jdbc.sql("select address_hash from patient_mail_slot")
                        .query(String.class)
                        .list())
                .allMatch(hash -> hash.matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void allSpellingsOfOneGmailMailboxAreOneAddress(@TempDir Path folder) {
        AddressQuota quota = quota(folder, Settings.with("foramen.limits.patient-mails-per-day", "2"));

        assertThat(quota.take("d.ottest@gmail.com", NOW)).isEmpty();
        assertThat(quota.take("do.ttest@googlemail.com", NOW)).isEmpty();
        assertThat(quota.take("dot.test+1@gmail.com", NOW)).contains(Reason.TOO_MANY);
    }

    @Test
    void ofManyAtOnceOnlySoManyGetASlot(@TempDir Path folder) {
        AddressQuota quota = quota(folder, Settings.defaults());

        long taken = IntStream.range(0, 200)
                .parallel()
                .filter(number -> quota.take("ana@example.com", NOW).isEmpty())
                .count();

        assertThat(taken).isEqualTo(3);
    }

    @Test
    void thereIsNoLimitWhereNoneIsSet(@TempDir Path folder) {
        AddressQuota quota = quota(folder, Settings.with("foramen.limits.patient-mails-per-day", "0"));

        assertThat(IntStream.range(0, 20)
                        .allMatch(number -> quota.take("ana@example.com", NOW).isEmpty()))
                .isTrue();
    }

    @Test
    void whatWasWithheldAsSpamIsSentWhenAPersonLetsItGo() {
        ledger.withhold(KEY, HERE, Reason.SUSPECTED_SPAM, NOW);

        assertThat(actions.release(ID, "ana", NOW)).isTrue();

        assertThat(due.find(EVERYBODY, NOW, 10)).singleElement().satisfies(due -> {
            assertThat(due.key()).isEqualTo(KEY);
            assertThat(due.reason()).isEqualTo(Reason.RELEASED);
        });
        assertThat(actions.release(ID, "ana", NOW)).as("again").isFalse();
        assertThat(audit()).containsExactly("release K7F392QX0123456789ABCDEFGH ana");
    }

    @Test
    void nobodyCanLetAMailGoThatAPersonDidNotAgreeTo() {
        ledger.withhold(KEY, HERE, Reason.NO_CONSENT, NOW);

        assertThat(actions.release(ID, "ana", NOW)).isFalse();
        assertThat(due.find(EVERYBODY, NOW, 10)).isEmpty();
    }

    @Test
    void whatIsErasedOnItsWayKeepsNothingOfWhatWasSent() {
        Delivery onItsWay = begin(KEY).orElseThrow();

        actions.erase(ID, HERE, "ana", NOW);
        followups.note(
                onItsWay,
                new Followup.Sent(
                        new Reply(250, "2.0.0"), new SentHandout("foraminotomy/es", "2", "hash", "draft"), NOW));

        assertThat(ledger.find(KEY)).hasValueSatisfying(sent -> {
            assertThat(sent.state()).isEqualTo(State.SENT);
            assertThat(sent.reason()).isEqualTo(Reason.ERASED);
            assertThat(sent.enclosed()).isNull();
            assertThat(sent.smtpCode()).isNull();
        });
    }

    @Test
    void anErasedInquiryIsMailedNoMoreToWhomeverItWasOwed() {
        Delivery begun = begin(KEY).orElseThrow();
        followups.note(begun, new Followup.Ended(State.REFUSED, 0, new Reply(550, "5.1.1"), Audience.NOTICE, NOW));

        actions.erase(ID, HERE, "ana", NOW);
        actions.erase(ID, HERE, "ana", NOW); // the tombstone is read again

        assertThat(due.find(EVERYBODY, NOW.plus(Duration.ofDays(365)), 10)).isEmpty();
        assertThat(begin(new DeliveryKey(ID, Audience.CLINIC)))
                .as("its record is read again")
                .isEmpty();
        assertThat(ledger.find(KEY)).hasValueSatisfying(ended -> {
            assertThat(ended.state()).isEqualTo(State.REFUSED);
            assertThat(ended.smtpCode()).isNull();
        });
        assertThat(audit()).containsExactly("erase K7F392QX0123456789ABCDEFGH ana");
    }

    @Test
    void theDaysFiguresSayWhatCameAndWhatIsInTrouble() {
        DeliveryKey toClinic = new DeliveryKey(ID, Audience.CLINIC);
        followups.note(begin(toClinic).orElseThrow(), new Followup.Sent(new Reply(250, null), null, NOW));
        followups.note(begin(KEY).orElseThrow(), new Followup.Sent(new Reply(250, null), null, NOW));
        begin(new DeliveryKey(OTHER, Audience.CLINIC));
        ledger.withhold(new DeliveryKey(OTHER, Audience.PATIENT), HERE, Reason.NO_CONSENT, NOW);
        ledger.owe(digest("2026-11-22"), HERE, Reason.DAILY, NOW);

        assertThat(books.inquiries(NOW, NOW.plusSeconds(1))).isEqualTo(2);
        assertThat(books.inInbox(NOW, NOW.plusSeconds(1))).isEqualTo(1);
        assertThat(books.troubles(NOW, NOW.plusSeconds(1)))
                .as("what is young is on its way")
                .isEmpty();
        assertThat(books.troubles(NOW, NOW.plusSeconds(3600)))
                .extracting(Delivery::key)
                .containsExactly(new DeliveryKey(OTHER, Audience.CLINIC));
        assertThat(books.haveEntriesBefore(NOW)).isFalse();
        assertThat(books.haveEntriesBefore(NOW.plusSeconds(1))).isTrue();
    }

    @Test
    void aDigestBeginsWhereTheLastOneEnded() {
        ledger.owe(digest("2026-11-19"), HERE, Reason.DAILY, NOW);
        begin(KEY);

        assertThat(books.latestDigestBefore(LocalDate.parse("2026-11-22"), Audience.NOTICE))
                .contains(LocalDate.parse("2026-11-19"));
        assertThat(books.latestDigestBefore(LocalDate.parse("2026-11-19"), Audience.NOTICE))
                .isEmpty();
    }

    @Test
    void whatAPersonWasSentIsOnRecord() {
        SentHandout handout = new SentHandout("foraminotomy/es", "2026-11-22", "0a1b".repeat(16), "pending");
        Delivery begun = begin(KEY).orElseThrow();

        followups.note(begun, new Followup.Sent(new Reply(250, "2.0.0"), handout, NOW));

        assertThat(ledger.find(KEY)).map(Delivery::enclosed).contains(handout);
    }

    @Test
    void aMailWithoutAHandoutLeavesNone() {
        Delivery begun = begin(KEY).orElseThrow();

        followups.note(begun, new Followup.Sent(new Reply(250, "2.0.0"), null, NOW));

        assertThat(ledger.find(KEY).orElseThrow().enclosed()).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"SENT", "REFUSED", "EXPIRED", "UNKNOWN"})
    void aMailThatEndedIsOwedAgainUnderItsName(State state) {
        Delivery begun = begin(KEY).orElseThrow();
        followups.note(begun, new Followup.Ended(state, 2, new Reply(550, "5.1.1"), null, NOW));
        Position later = new Position(4, 20);

        assertThat(actions.oweAgain(KEY, later, "ana", NOW.plusSeconds(60))).isTrue();

        Delivery owed = ledger.find(KEY).orElseThrow();
        assertThat(owed.state()).isEqualTo(State.OWED);
        assertThat(owed.messageId()).isEqualTo(begun.messageId());
        assertThat(owed.position()).isEqualTo(later);
        assertThat(owed.unknowns()).isZero();
        assertThat(owed.endedAt()).isNull();
        assertThat(due.find(EVERYBODY, NOW.plusSeconds(60), 10)).hasSize(1);
        assertThat(audit()).containsExactly("resend patient " + ID.value() + " ana");
    }

    @Test
    void whatIsWithheldErasedOrStillOwedIsNotOwedAgain() {
        DeliveryKey withheld = new DeliveryKey(new InquiryId("B".repeat(26)), Audience.PATIENT);
        DeliveryKey erased = new DeliveryKey(new InquiryId("C".repeat(26)), Audience.CLINIC);
        begin(KEY);
        ledger.withhold(withheld, HERE, Reason.NO_CONSENT, NOW);
        followups.note(begin(erased).orElseThrow(), new Followup.Sent(new Reply(250, null), null, NOW));
        actions.erase(new InquiryId("C".repeat(26)), HERE, "ana", NOW);

        assertThat(List.of(KEY, withheld, erased)).noneMatch(key -> actions.oweAgain(key, HERE, "ana", NOW));
        assertThat(audit()).containsExactly("erase " + erased.subject().id() + " ana");
    }

    @Test
    void theNewestDeliveriesComeFirstPageByPage() {
        for (int number = 0; number < 5; number++) {
            ledger.owe(
                    new DeliveryKey(numbered(number), Audience.CLINIC),
                    HERE,
                    Reason.RECONCILED,
                    NOW.plusSeconds(number));
        }

        assertThat(search.newest(any(""), 2, 0))
                .extracting(found -> found.key().subject())
                .containsExactly(new Subject.Inquiry(numbered(4)), new Subject.Inquiry(numbered(3)));
        assertThat(search.newest(any(""), 2, 4))
                .extracting(found -> found.key().subject())
                .containsExactly(new Subject.Inquiry(numbered(0)));
    }

    @Test
    void aDeliveryIsFoundByWhatPeopleReadOutAndByNothingElse() {
        begin(KEY);
        ledger.owe(deadLetter(2, 17), HERE, Reason.EMPTY, NOW);

        assertThat(List.of("K7F3-92QX", "k7f3 92qx", "K7F392QXOI23", ID.value()))
                .allSatisfy(name -> assertThat(search.newest(any(name), 10, 0)).hasSize(1));
        assertThat(search.newest(any("dead-letter-2-17"), 10, 0)).hasSize(1);
        assertThat(List.of("%", "_", "K7F4", "' or 1=1 --"))
                .allSatisfy(name -> assertThat(search.newest(any(name), 10, 0)).isEmpty());
    }

    @Test
    void deliveriesAreFilteredByStateAndAudience() {
        begin(KEY);
        ledger.owe(new DeliveryKey(ID, Audience.NOTICE), HERE, Reason.REFUSED, NOW);

        assertThat(search.newest(new DeliverySearch.Wanted(false, State.OWED, null, ""), 10, 0))
                .hasSize(1);
        assertThat(search.newest(new DeliverySearch.Wanted(false, null, Audience.PATIENT, ""), 10, 0))
                .hasSize(1);
        assertThat(search.newest(new DeliverySearch.Wanted(false, State.OWED, Audience.PATIENT, ""), 10, 0))
                .isEmpty();
        assertThat(search.about(INQUIRY)).hasSize(2);
    }

    @Test
    void theFiguresAreThoseOfTheLedger() {
        Instant anHourAgo = NOW.minusSeconds(3600);
        for (int number = 0; number < 4; number++) {
            DeliveryKey key = new DeliveryKey(numbered(number), Audience.CLINIC);
            Delivery begun = ledger.beginNew(key, HERE, null, anHourAgo).orElseThrow();
            followups.note(begun, new Followup.Sent(new Reply(250, null), null, anHourAgo.plusSeconds(number + 1)));
        }
        SentHandout handout = new SentHandout("foraminotomy/es", "2026-11-22", "0a1b".repeat(16), "pending");
        followups.note(begin(KEY).orElseThrow(), new Followup.Sent(new Reply(250, null), handout, NOW));
        ledger.owe(deadLetter(2, 17), HERE, Reason.EMPTY, NOW);
        Instant from = NOW.minusSeconds(86_400);
        long hour = Math.floorDiv(anHourAgo.getEpochSecond(), 3600);

        assertThat(figures.owed()).isEqualTo(new LedgerStatistics.Owed(1, NOW));
        assertThat(mails.inquiriesByHour(from)).containsExactly(Map.entry(hour, 4L));
        assertThat(mails.owedByHour(from)).containsOnly(Map.entry(hour, 4L), Map.entry(hour + 1, 2L));
        assertThat(mails.endedByHour(from)).containsOnly(Map.entry(hour, 4L), Map.entry(hour + 1, 1L));
        assertThat(mails.outcomes(from)).containsOnly(Map.entry(State.OWED, 1L), Map.entry(State.SENT, 5L));
        assertThat(mails.handouts(from)).containsExactly(Map.entry("foraminotomy/es", 1L));
        assertThat(mails.timeToInbox(from)).hasValueSatisfying(taken -> {
            assertThat(taken.mails()).isEqualTo(4);
            assertThat(taken.half()).isEqualTo(Duration.ofMillis(2500));
            assertThat(taken.nearlyAll()).isBetween(taken.most(), Duration.ofSeconds(4));
        });
    }

    @Test
    void aMailThatAPersonSentAgainSaysNothingAboutTheTimeToTheInbox() {
        DeliveryKey key = new DeliveryKey(ID, Audience.CLINIC);
        followups.note(begin(key).orElseThrow(), new Followup.Sent(new Reply(250, null), null, NOW));
        actions.oweAgain(key, HERE, "ana", NOW);
        followups.note(
                ledger.find(key).orElseThrow(), new Followup.Sent(new Reply(250, null), null, NOW.plusSeconds(7200)));

        assertThat(mails.timeToInbox(NOW.minusSeconds(60))).isEmpty();
    }

    @Test
    void aDeadLetterThatWasReplayedIsNotCountedAnyMore() {
        ledger.owe(deadLetter(2, 17), HERE, Reason.EMPTY, NOW);
        ledger.owe(deadLetter(2, 18), HERE, Reason.EMPTY, NOW);

        auditLog.note("replay", "2-17", "ana", NOW);

        assertThat(figures.deadLetters()).isEqualTo(1);
    }

    @Test
    void whatWaitsForAPersonIsCountedUntilSomebodySawToIt() {
        ledger.owe(deadLetter(2, 17), HERE, Reason.EMPTY, NOW);
        ledger.owe(deadLetter(2, 18), HERE, Reason.EMPTY, NOW);
        ledger.withhold(KEY, HERE, Reason.SUSPECTED_SPAM, NOW);
        ledger.withhold(new DeliveryKey(OTHER, Audience.PATIENT), HERE, Reason.NO_CONSENT, NOW);
        assertThat(search.troubles()).isEqualTo(new DeliverySearch.Troubles(2, 1, 0));

        auditLog.note("dismiss test", "2-17", "ana", NOW);
        auditLog.note("dismiss seen", ID.value(), "ana", NOW.minusSeconds(1));

        assertThat(search.troubles())
                .as("what was dismissed before it failed waits")
                .isEqualTo(new DeliverySearch.Troubles(1, 1, 0));
        assertThat(search.unreadable()).containsExactly("2-18");
        assertThat(search.newest(new DeliverySearch.Wanted(true, null, null, ""), 10, 0))
                .hasSize(2);

        auditLog.note("dismiss seen", ID.value(), "ana", NOW);
        auditLog.note("replay", "2-18", "ana", NOW);

        assertThat(search.troubles().all()).isZero();
        assertThat(search.isTroubled(INQUIRY)).isFalse();
    }

    @Test
    void aMailThatEndedBadlyNeedsNobodyOnceThePersonWasAnswered() {
        ledger.withhold(KEY, HERE, Reason.SUSPECTED_SPAM, NOW);
        auditLog.note("case taken", ID.value(), "luz", NOW);
        assertThat(search.troubles().heldBack()).isEqualTo(1);

        auditLog.note("case closed", ID.value(), "luz", NOW.minusSeconds(60));

        assertThat(search.troubles().all())
                .as("it ended when the person was answered already")
                .isZero();

        auditLog.note("case reopened", ID.value(), "luz", NOW.plusSeconds(60));

        assertThat(search.troubles().heldBack()).isEqualTo(1);
    }

    @Test
    void thePulseChangesWithTheLedgerAndWithNothingElse() {
        String before = figures.pulse();
        assertThat(figures.pulse()).isEqualTo(before);

        begin(KEY);
        String begun = figures.pulse();
        auditLog.note("open", ID.value(), "ana", NOW);

        assertThat(begun).isNotEqualTo(before);
        assertThat(figures.pulse()).isNotEqualTo(begun);
    }

    @Test
    void theAuditShowsTheNewestFirst() {
        auditLog.note("open", ID.value(), "ana", NOW);
        auditLog.note("erase", ID.value(), "vera", NOW.plusSeconds(1));

        assertThat(auditLog.newest(1, 0)).singleElement().extracting("by").isEqualTo("vera");
        assertThat(auditLog.newest(1, 1)).singleElement().extracting("by").isEqualTo("ana");
        assertThat(auditLog.about(ID.value())).extracting("by").containsExactly("ana", "vera");
        assertThat(auditLog.allOf("open")).hasSize(1);
    }

    @ParameterizedTest
    @FieldSource("org.foramen.notifier.delivery.Recipient#ALL")
    void eachRecipientIsFoundAgain(Recipient recipient) {
        DeliveryKey key = new DeliveryKey(INQUIRY, recipient);

        begin(key);

        assertThat(ledger.find(key)).map(Delivery::key).contains(key);
    }

    @Test
    void aLedgerOfTheVersionBeforeIsReadWithAllThatStoodInIt() {
        OldLedger old = OldLedger.in(database());
        old.fill();

        old.upgrade();

        OldLedger.check(search.newest(any(""), 100, 0));
        assertThat(begin(OldLedger.sentToClinic().key())).as("sent already").isEmpty();
        assertThat(books.latestDigestBefore(LocalDate.parse("2026-11-22"), Audience.NOTICE))
                .contains(LocalDate.parse("2026-11-21"));
        assertThat(figures.deadLetters()).as("one of two was replayed").isEqualTo(1);
        assertThat(auditLog.about("2-17")).extracting("action").containsExactlyInAnyOrder("replay", "resend notice");
        assertThat(auditLog.about("2026-11-21")).hasSize(1);
    }

    private static DeliveryKey another(int number) {
        return new DeliveryKey(new InquiryId("%026d".formatted(number)), Audience.PATIENT);
    }

    private Optional<Delivery> begin(DeliveryKey key) {
        return ledger.beginNew(key, HERE, null, NOW);
    }

    private static DeliveryKey deadLetter(int partition, long offset) {
        return new DeliveryKey(new Subject.DeadLetter(new Position(partition, offset)), Audience.NOTICE);
    }

    private static DeliveryKey digest(String day) {
        return new DeliveryKey(new Subject.Digest(LocalDate.parse(day)), Audience.NOTICE);
    }

    private static InquiryId numbered(int number) {
        return new InquiryId("%026d".formatted(number));
    }

    private static LedgerStatistics.Standing standing(
            SubjectKind about, Audience audience, State state, long mails, Instant oldest) {
        return new LedgerStatistics.Standing(about, Recipient.first(audience), state, mails, oldest);
    }

    private static DeliverySearch.Wanted any(String name) {
        return new DeliverySearch.Wanted(false, null, null, name);
    }

    private AddressQuota quota(Path folder, NotifierSettings settings) {
        Path keys = folder.resolve("keys");
        SealKeyFiles.makeIfAbsent(keys);
        return new AddressQuota(jdbc, SealKeys.opener(keys.resolve(SealKeys.PRIVATE_FILE)), settings);
    }

    private List<String> audit() {
        return jdbc.sql("select action || ' ' || subject || ' ' || by_whom from audit")
                .query(String.class)
                .list();
    }
}
