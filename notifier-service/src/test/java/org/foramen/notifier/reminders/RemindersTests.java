package org.foramen.notifier.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.foramen.content.ClinicContent;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.Settings;
import org.foramen.notifier.ShippedContent;
import org.foramen.notifier.cases.Board;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.Reminder;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.ledger.DueDeliveries;
import org.foramen.notifier.ledger.KnownDeliveries;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.ledger.LedgerRows;
import org.foramen.notifier.ledger.Ledgers;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.message.desk.MailLinks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom the clinic is reminded of, and when, by a clock that the test moves. */
class RemindersTests {

    /** A Tuesday, 10 a.m. in the clinic, which is open from 9 to 5. */
    private static final Instant TUESDAY_10 = Instant.parse("2026-11-24T18:00:00Z");

    private static final Instant WEDNESDAY_4PM = Instant.parse("2026-11-26T00:00:00Z");
    private static final Instant WEDNESDAY_5PM = Instant.parse("2026-11-26T01:00:00Z");
    /** Thursday is Thanksgiving, a holiday of no year in the sample: the next day is open. */
    private static final Instant THURSDAY_9AM = Instant.parse("2026-11-26T17:00:00Z");

    @TempDir
    Path keys;

    private DataSource database;
    private Board board;
    private Ledger ledger;
    private Reminders reminders;
    private ReminderMails mails;

    @BeforeEach
    void begin() {
        database = Ledgers.database("reminders");
        board = Board.over(database, keys.resolve("keys"), TUESDAY_10);
        ledger = Ledgers.in(database, keys.resolve("keys"), Settings.defaults());
        use(ShippedContent.CONTENT);
    }

    @Test
    void theClinicIsRemindedOnceAnHourBeforeSomebodyIsDue() {
        InquiryId id = board.open(inquiry(1));
        board.clock.moveTo(WEDNESDAY_4PM.minusSeconds(1));
        reminders.owe();
        assertThat(owed()).isEmpty();

        board.clock.moveTo(WEDNESDAY_4PM);
        reminders.owe();
        board.clock.move(Duration.ofMinutes(20));
        reminders.owe();

        assertThat(owed()).containsExactly("reminder-20261126T0000-due/notice");
        assertThat(write(owedDeliveries().get(0))).hasValueSatisfying(mail -> {
            assertThat(mail.to()).isEqualTo("front-desk@clinic.example");
            assertThat(mail.subject()).isEqualTo("Answer 1 inquiry within the hour");
            assertThat(mail.text()).contains(id.reference()).contains("Call").contains("foraminotomy");
        });
    }

    @Test
    void whoIsToBeCalledWithinHalfAnHourIsNotSaidAgainAMomentAfterTheFirstMail() {
        board.open(Inquiries.flagged(inquiry(1), "wound", "call-today"));
        reminders.owe();
        board.clock.move(Duration.ofMinutes(9));
        reminders.owe();
        assertThat(owed()).isEmpty();

        board.clock.move(Duration.ofMinutes(2));
        reminders.owe();

        assertThat(owed()).hasSize(1);
    }

    @Test
    void othersAreToldOfThoseWhoAreDueAndOfEmergenciesThatWait() {
        board.open(inquiry(1));
        InquiryId emergency = board.open(Inquiries.urgent(inquiry(2), "numb"));
        board.clock.move(Duration.ofMinutes(3));
        reminders.owe();
        board.clock.moveTo(WEDNESDAY_4PM);
        reminders.owe();
        assertThat(overdue()).as("nobody else is due").containsOnly(emergency.value());

        board.clock.moveTo(THURSDAY_9AM);
        reminders.owe();

        assertThat(overdue()).contains(inquiry(1).id().value());
    }

    private List<String> overdue() {
        return board.jdbc
                .sql("select inquiry_id from outcome where kind = 'overdue'")
                .query(String.class)
                .list();
    }

    @Test
    void oneMailNamesAllWhoAreDue() {
        InquiryId first = board.open(inquiry(1));
        InquiryId second = board.open(inquiry(2));
        board.clock.moveTo(WEDNESDAY_4PM);

        reminders.owe();

        assertThat(owed()).hasSize(1);
        assertThat(write(owedDeliveries().get(0)))
                .hasValueSatisfying(mail ->
                        assertThat(mail.text()).contains(first.reference()).contains(second.reference()));
    }

    @Test
    void whatIsDueAtClosingTimeIsSaidAnHourBeforeAndAtClosingTime() {
        board.open(inquiry(1));
        for (Instant now = TUESDAY_10; now.isBefore(THURSDAY_9AM); now = now.plusSeconds(60)) {
            board.clock.moveTo(now.plusSeconds(4)); // it looks every few seconds, not at the stroke
            reminders.owe();
        }

        assertThat(owed())
                .containsExactlyInAnyOrder("reminder-20261126T0000-due/notice", "reminder-20261126T0100-due/notice");
        assertThat(write(owedDeliveries().get(1)).orElseThrow().subject()).contains("now, 1 is late");
    }

    @Test
    void whatCouldNotBeSaidAtClosingTimeIsSaidWhenTheClinicOpensAndLaterToTheFallbackInbox() {
        board.open(inquiry(1));
        board.clock.moveTo(WEDNESDAY_5PM.plus(Duration.ofMinutes(16)));
        reminders.owe();
        assertThat(owed()).as("the clinic is closed").isEmpty();

        board.clock.moveTo(THURSDAY_9AM);
        reminders.owe();
        assertThat(owed()).containsExactly("reminder-20261126T1700-due/notice");

        board.clock.moveTo(THURSDAY_9AM.plus(Duration.ofMinutes(59)));
        reminders.owe();
        assertThat(owed()).hasSize(1);
        board.clock.moveTo(THURSDAY_9AM.plus(Duration.ofMinutes(60)));
        reminders.owe();

        assertThat(owed()).contains("reminder-20261126T1800-late/fallback").hasSize(2);
        assertThat(owedDeliveries())
                .filteredOn(one -> one.key().audience() == Audience.FALLBACK)
                .singleElement()
                .satisfies(one -> assertThat(write(one).orElseThrow().to()).isEqualTo("office-manager@clinic.example"));
    }

    @Test
    void whoWasTriedInVainIsSaidAgainOnEachOfficeDayUntilReached() {
        InquiryId id = board.open(inquiry(1));
        board.actions.noAnswer(id, 0, "ana");
        lookEachQuarterUntil(THURSDAY_9AM.minusSeconds(1));
        assertThat(owed())
                .as("on the next office day, as it opens")
                .containsExactly("reminder-20261125T1700-tried/notice");
        assertThat(write(owedDeliveries().get(0))).hasValueSatisfying(mail -> {
            assertThat(mail.subject()).isEqualTo("Answer 1 inquiry: nobody was reached yet");
            assertThat(mail.text()).contains(id.reference());
        });

        lookEachQuarterUntil(THURSDAY_9AM);
        assertThat(owed()).as("and on the one after").hasSize(2).contains("reminder-20261126T1700-tried/notice");

        board.actions.leftWord(id, 1, "ana");
        lookEachQuarterUntil(THURSDAY_9AM.plus(Duration.ofHours(8)));
        assertThat(owed()).as("somebody tried today").hasSize(2);
        board.actions.reached(id, 2, "ana");
        lookEachQuarterUntil(THURSDAY_9AM.plus(Duration.ofDays(7)));
        assertThat(owed()).hasSize(2);
    }

    @Test
    void anEmergencyThatWasCalledInVainIsSaidAgainUntilSomebodyCallsAgain() {
        InquiryId id = board.open(Inquiries.urgent(inquiry(1), "numb"));
        mailIsSent(id);
        board.actions.noAnswer(id, 0, "ana");
        board.clock.move(Duration.ofMinutes(29));
        reminders.owe();
        assertThat(owed()).isEmpty();

        board.clock.move(Duration.ofMinutes(1));
        reminders.owe();
        reminders.owe();
        assertThat(owed())
                .containsExactlyInAnyOrder(
                        "reminder-20261124T1830-emergency/notice", "reminder-20261124T1830-emergency/fallback");
        assertThat(write(owedDeliveries().get(0)).orElseThrow().text())
                .contains(id.reference())
                .doesNotContain("reached no inbox");

        board.actions.noAnswer(id, 1, "ben");
        board.clock.move(Duration.ofMinutes(29));
        reminders.owe();
        assertThat(owed()).hasSize(2);
        board.clock.move(Duration.ofMinutes(1));
        reminders.owe();
        assertThat(owed()).contains("reminder-20261124T1900-emergency/notice").hasSize(4);
    }

    @Test
    void nobodyIsRemindedOfWhoWasAnsweredOrTriedToday() {
        InquiryId answered = board.open(inquiry(1));
        InquiryId tried = board.open(inquiry(2));
        board.clock.moveTo(WEDNESDAY_4PM.minusSeconds(60));
        board.actions.reached(answered, 0, "ana");
        board.actions.noAnswer(tried, 0, "ana");
        board.clock.moveTo(WEDNESDAY_4PM);

        reminders.owe();

        assertThat(owed()).isEmpty();
    }

    @Test
    void aReminderWhosePeopleWereAnsweredMeanwhileIsNotSent() {
        InquiryId id = board.open(inquiry(1));
        board.clock.moveTo(WEDNESDAY_4PM);
        reminders.owe();

        board.actions.reached(id, 0, "ana");

        assertThat(write(owedDeliveries().get(0))).isEmpty();
    }

    @Test
    void anEmergencyWhoseMailReachesNoInboxIsSaidAfterTwoMinutesThoughTheClinicIsClosed() {
        Instant night = WEDNESDAY_5PM.plus(Duration.ofHours(8));
        board.clock.moveTo(night);
        InquiryId id = board.open(Inquiries.receivedAt(Inquiries.urgent(inquiry(1), "numb"), night));
        board.clock.move(Duration.ofSeconds(119));
        reminders.owe();
        assertThat(owed()).isEmpty();

        board.clock.move(Duration.ofSeconds(1));
        reminders.owe();
        reminders.owe();

        assertThat(owed())
                .containsExactlyInAnyOrder(
                        "reminder-20261126T0902-emergency/notice", "reminder-20261126T0902-emergency/fallback");
        Mail mail = write(owedDeliveries().get(0)).orElseThrow();
        assertThat(mail.headers()).containsEntry("Importance", "high");
        assertThat(mail.text())
                .contains("possible emergency · Call now · " + id.reference(), "has reached no inbox")
                .doesNotContain("by Thu", "9:30 AM");
    }

    @Test
    void anEmergencyThatNobodyTakesIsSaidAgainWithPausesThatDouble() {
        InquiryId id = board.open(Inquiries.urgent(inquiry(1), "numb"));
        mailIsSent(id);
        List<Long> minutes = new ArrayList<>();
        for (long minute = 0; minute <= 300; minute++) {
            board.clock.moveTo(TUESDAY_10.plus(Duration.ofMinutes(minute)));
            int before = owed().size();
            reminders.owe();
            if (owed().size() > before) {
                minutes.add(minute);
            }
        }

        assertThat(minutes).containsExactly(30L, 60L, 120L, 240L);
    }

    @Test
    void anEmergencyThatSomebodyTookIsQuiet() {
        InquiryId id = board.open(Inquiries.urgent(inquiry(1), "numb"));
        board.actions.take(id, 0, "ana");
        board.clock.move(Duration.ofMinutes(20));

        reminders.owe();

        assertThat(owed()).isEmpty();
    }

    @Test
    void theFurtherInboxesHearOfEmergenciesInsteadOfTheFallback() throws IOException {
        use(withFurtherInboxes("[nurse@other.example, doctor@other.example]"));
        board.open(Inquiries.urgent(inquiry(1), "numb"));
        board.clock.move(Duration.ofMinutes(2));

        reminders.owe();

        assertThat(owed())
                .containsExactlyInAnyOrder(
                        "reminder-20261124T1802-emergency/notice",
                        "reminder-20261124T1802-emergency/urgent",
                        "reminder-20261124T1802-emergency/urgent-2");
        assertThat(owedDeliveries().stream().map(one -> write(one).orElseThrow().to()))
                .containsExactlyInAnyOrder("front-desk@clinic.example", "nurse@other.example", "doctor@other.example");
    }

    @Test
    void nothingThatNamesAPersonIsInAReminder() {
        board.open(Inquiries.urgent(inquiry(1), "canary words"));
        board.open(inquiry(2));
        board.clock.moveTo(WEDNESDAY_4PM);
        reminders.owe();

        assertThat(owedDeliveries()).hasSize(3).allSatisfy(one -> {
            Mail mail = write(one).orElseThrow();
            assertThat((mail.subject() + mail.text() + mail.html()).toLowerCase())
                    .doesNotContain("canary", "ruiz", "example.com", "555-0112");
        });
    }

    @Test
    void severalNotifiersOweOneReminderBetweenThem() throws Exception {
        for (int number = 1; number <= 20; number++) {
            board.open(inquiry(number));
        }
        board.clock.moveTo(WEDNESDAY_4PM);
        int notifiers = 4;
        CyclicBarrier start = new CyclicBarrier(notifiers);
        ExecutorService threads = Executors.newFixedThreadPool(notifiers);
        List<Future<Boolean>> all = Stream.generate(() -> threads.submit(() -> {
                    start.await();
                    reminders.owe();
                    return true;
                }))
                .limit(notifiers)
                .toList();
        for (Future<Boolean> one : all) {
            one.get();
        }
        threads.shutdown();
        reminders.owe();

        assertThat(owed()).hasSize(1);
        assertThat(write(owedDeliveries().get(0)).orElseThrow().subject()).contains("20 inquiries");
    }

    @Test
    void whatCouldNotBeNotedIsOwedLater() {
        board.open(inquiry(1));
        board.clock.moveTo(WEDNESDAY_4PM);
        board.jdbc.sql("alter table delivery rename to delivery_away").update();
        try {
            assertThat(catchThrowable(reminders::owe)).isNotNull();
        } finally {
            board.jdbc.sql("alter table delivery_away rename to delivery").update();
        }

        reminders.owe();

        assertThat(owed()).hasSize(1);
    }

    @Test
    void whoIsNewlyDueIsFoundAmongManyWhoAreLateWithoutLookingAtThem() {
        openMany(200);
        board.clock.moveTo(THURSDAY_9AM);
        InquiryId id = board.open(Inquiries.receivedAt(Inquiries.number(200), WEDNESDAY_4PM));

        String plan = board.jdbc
                .sql("explain analyze " + ReminderList.DUE_BETWEEN)
                .params("due", "reminder", "due")
                .params(LedgerRows.utc(dueAt(id).minusSeconds(30)), LedgerRows.utc(dueAt(id)))
                .query(String.class)
                .single();

        assertFewRowsAreRead(plan);
    }

    @Test
    void anEmergencyThatWaitsIsFoundAmongManyOthersWithoutLookingAtThem() {
        openMany(200);

        String plan = board.jdbc
                .sql("explain analyze " + WaitingEmergencies.WAITING)
                .param(LedgerRows.utc(THURSDAY_9AM))
                .query(String.class)
                .single();

        assertFewRowsAreRead(plan);
    }

    private static void assertFewRowsAreRead(String plan) {
        assertThat(Pattern.compile("scanCount: (\\d+)").matcher(plan).results())
                .isNotEmpty()
                .allSatisfy(rows -> assertThat(Integer.parseInt(rows.group(1))).isLessThan(10));
    }

    @Test
    void whoBecomesDueInTheMiddleOfASlotIsSaidWithinHalfAMinute() {
        Instant due = WEDNESDAY_4PM.plusSeconds(125);
        board.open(inquiry(1));
        board.jdbc
                .sql("update inquiry_case set due_at = ?")
                .param(LedgerRows.utc(due))
                .update();
        lookEachQuarterUntil(WEDNESDAY_4PM.minusSeconds(1)); // it is said that it will be due
        board.clock.moveTo(due.minusSeconds(15));
        reminders.owe();
        board.clock.moveTo(due.plusSeconds(14));
        reminders.owe();
        assertThat(said("due")).isZero();

        board.clock.moveTo(due.plusSeconds(15));
        reminders.owe();

        assertThat(said("due")).isEqualTo(1);
    }

    @Test
    void allWhoBecameDueWhileNoNotifierRanAreSaidByWhicheverStartsFirst() {
        openMany(150);
        board.clock.moveTo(THURSDAY_9AM.minusSeconds(1));
        reminders.owe();
        openMany(150, 300);
        use(ClinicContent.load(Path.of("../content")));
        board.clock.moveTo(THURSDAY_9AM.plus(Duration.ofDays(5)).plusSeconds(400));

        reminders.owe();

        assertThat(said("due")).isEqualTo(300);
    }

    @Test
    void whoIsFoundToBeLongDueInTheMiddleOfASlotIsSaidInTheNext() {
        board.open(inquiry(1));
        board.clock.moveTo(THURSDAY_9AM);
        reminders.owe();
        InquiryId found = board.open(inquiry(2));
        lookEachQuarterUntil(THURSDAY_9AM.plus(Duration.ofMinutes(15)));

        assertThat(write(owedDeliveries().get(1)).orElseThrow().text()).contains(found.reference());
    }

    @Test
    void aReminderIsFoundByItsName() {
        Reminder reminder = Reminder.of(Reminder.Tone.LATE, WEDNESDAY_4PM, Duration.ofMinutes(15));

        assertThat(Subject.named(reminder.wireName())).hasValue(reminder);
        assertThat(Subject.named("reminder-20261126T0000-loud")).isEmpty();
        assertThat(Subject.named("reminder-x")).isEmpty();
        assertThat(Subject.named("reminder-20261399T0000-due")).isEmpty();
    }

    private void use(ClinicContent content) {
        ReminderList list = new ReminderList(board.jdbc);
        OwedReminders owed = new OwedReminders(list, ledger, new KnownDeliveries(board.jdbc), board.transactions);
        reminders = new Reminders(
                owed,
                list,
                new WaitingEmergencies(board.jdbc, content),
                new UsualReminders(owed, list, content),
                content,
                board.clock);
        mails = new ReminderMails(board.cases, new Stationery(content, new MailLinks(null)), board.clock);
    }

    private ClinicContent withFurtherInboxes(String inboxes) throws IOException {
        Path copy = keys.resolve("content");
        try (Stream<Path> files = Files.walk(Path.of("../content"))) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        copy.resolve(Path.of("../content").relativize(file).toString()));
            }
        }
        Path clinic = copy.resolve("clinic.yml");
        Files.writeString(clinic, Files.readString(clinic).replace("also: []", "also: " + inboxes));
        return ClinicContent.load(copy);
    }

    private void openMany(int end) {
        openMany(0, end);
    }

    private void openMany(int begin, int end) {
        for (int number = begin; number < end; number++) {
            board.open(inquiry(number));
        }
    }

    private Instant dueAt(InquiryId id) {
        return board.jdbc
                .sql("select due_at from inquiry_case where inquiry_id = ?")
                .param(id.value())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private int said(String stage) {
        return board.jdbc
                .sql("select count(*) from case_reminder where stage = ?")
                .param(stage)
                .query(Integer.class)
                .single();
    }

    private void mailIsSent(InquiryId id) {
        ledger.owe(new DeliveryKey(id, Audience.CLINIC), new Position(0, 0), Reason.RECONCILED, TUESDAY_10);
        board.jdbc
                .sql(
                        "update delivery set state = 'sent', ended_at = owed_since, next_attempt_at = null where subject_id = ?")
                .param(id.value())
                .update();
    }

    private void lookEachQuarterUntil(Instant end) {
        while (board.clock.instant().isBefore(end)) {
            Instant next = board.clock.instant().plus(Duration.ofMinutes(15));
            board.clock.moveTo(next.isBefore(end) ? next : end);
            reminders.owe();
        }
    }

    private Optional<Mail> write(Delivery delivery) {
        return mails.write((Reminder) delivery.key().subject(), delivery.key().recipient());
    }

    private List<Delivery> owedDeliveries() {
        return new DueDeliveries(board.jdbc)
                .find(EnumSet.allOf(Audience.class), Instant.parse("2027-12-31T00:00:00Z"), 1000).stream()
                        .filter(one -> one.key().subject() instanceof Reminder)
                        .toList();
    }

    private List<String> owed() {
        return owedDeliveries().stream().map(one -> one.key().toString()).toList();
    }

    private static InquiryReceived inquiry(int number) {
        return Inquiries.receivedAt(Inquiries.number(number), TUESDAY_10);
    }
}
