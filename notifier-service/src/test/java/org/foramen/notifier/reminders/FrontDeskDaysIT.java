package org.foramen.notifier.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.SealedRecords;
import org.foramen.notifier.SmallBroker;
import org.foramen.notifier.cases.CaseFile;
import org.foramen.notifier.cases.CaseFilter;
import org.foramen.notifier.cases.CaseFilter.Lane;
import org.foramen.notifier.cases.CaseState;
import org.foramen.notifier.cases.Cases;
import org.foramen.notifier.cases.CloseReason;
import org.foramen.notifier.cases.action.CaseActions;
import org.foramen.notifier.cases.action.CaseChange;
import org.foramen.notifier.digest.DailyDigests;
import org.foramen.notifier.reminders.ClinicPost.Letter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A front desk of two, by a clock that the test moves: Wednesday with 60 inquiries of this day and the last, five
 * emergencies and an hour without a mail server, a holiday, and Friday. The ledger is a file, the mails are real.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}", "foramen.retry.poll=100ms"})
@SmallBroker
@DirtiesContext
class FrontDeskDaysIT {

    private static final ZoneId CLINIC = ZoneId.of("America/Los_Angeles");
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate WEDNESDAY = TUESDAY.plusDays(1);
    private static final LocalDate HOLIDAY = TUESDAY.plusDays(2);
    private static final LocalDate FRIDAY = TUESDAY.plusDays(3);
    private static final LocalDate MONDAY = TUESDAY.plusDays(6);
    private static final Duration STEP = Duration.ofMinutes(30);
    private static final Duration SECONDS = Duration.ofSeconds(30);
    private static final int USUAL = 60;

    /** Luz has these and waits for the doctor's word until Friday. */
    private static final Set<Integer> WITH_THE_DOCTOR = Set.of(5, 7);

    /** Nobody ever picks up there. */
    private static final int NEVER_AT_HOME = 23;

    /** Ana has it, and goes on holiday. */
    private static final int LEFT_LYING = 31;

    private static final int CRISIS = 64;

    private static final AheadClock CLOCK = new AheadClock();
    private static final ClinicPost POST = new ClinicPost();
    private static final Path FOLDER =
            Path.of("target", "front-desk-" + ProcessHandle.current().pid());

    @DynamicPropertySource
    static void around(DynamicPropertyRegistry properties) throws IOException {
        Files.createDirectories(FOLDER);
        CLOCK.moveTo(at(TUESDAY, "15:00"));
        String content = contentWithTheHoliday(FOLDER.resolve("content"));
        properties.add("foramen.content", () -> content);
        properties.add("foramen.data", () -> FOLDER.resolve("data").toString());
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", POST::port);
    }

    @AfterAll
    static void closeThePost() {
        POST.close();
    }

    @TestConfiguration
    static class Moved {

        @Bean
        @Primary
        Clock clockOfTheTest() {
            return CLOCK;
        }
    }

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    Cases cases;

    @Autowired
    CaseActions actions;

    @Autowired
    Reminders reminders;

    @Autowired
    DailyDigests digests;

    @Autowired
    JdbcClient jdbc;

    private final Map<Instant, InquiryReceived> asked = new TreeMap<>();
    private final Map<InquiryId, Integer> numbers = new TreeMap<>(Comparator.comparing(InquiryId::value));
    private boolean mailServerIsAway;
    private int pressesThatLost;

    @Test
    void nobodyIsForgottenAndEachUrgentPersonIsOnTopWithinSeconds() {
        peopleAsk();

        step(at(TUESDAY, "17:00"), now -> {});
        step(at(WEDNESDAY, "07:00"), now -> {});
        steps(WEDNESDAY, "08:00", "11:00", this::work);
        POST.goesAway();
        mailServerIsAway = true;
        step(at(WEDNESDAY, "11:00"), this::work);
        step(at(WEDNESDAY, "11:30"), now -> {}); // lunch
        step(at(WEDNESDAY, "11:33"), now -> {});
        POST.comesBack();
        mailServerIsAway = false;
        steps(WEDNESDAY, "12:00", "13:00", now -> {});
        steps(WEDNESDAY, "13:00", "17:00", this::work);
        steps(WEDNESDAY, "17:00", "18:00", now -> {});
        for (String time : List.of("02:00", "02:30", "03:00", "04:00", "06:00")) {
            step(at(HOLIDAY, time), now -> {});
        }
        step(at(HOLIDAY, "07:00"), now -> cases.page(CaseFilter.of(Lane.NOW), 10, 0)
                .forEach(file -> actions.reached(file.inquiry(), file.version(), "ben")));
        step(at(HOLIDAY, "12:00"), now -> {});
        step(at(FRIDAY, "07:00"), now -> {});
        steps(FRIDAY, "09:00", "17:00", this::work);
        step(at(FRIDAY, "17:00"), now -> {});
        step(at(MONDAY, "07:00"), now -> {});

        assertThatNobodyIsForgotten();
        assertThatNothingCameTwiceOrNotAtAll();
        assertThatEachReminderCameOnceAndInTime();
        assertThat(pressesThatLost).as("the two reached for the same person").isPositive();
    }

    private void assertThatNobodyIsForgotten() {
        assertThat(count("inquiry_case")).isEqualTo(USUAL + 5);
        String list = letter("digest-%s.notice".formatted(MONDAY)).text();
        List<Integer> open = new ArrayList<>();
        for (InquiryId id : numbers.keySet()) {
            CaseFile file = cases.find(id).orElseThrow();
            if (!file.state().done()) {
                open.add(numbers.get(id));
                assertThat(list).as("the list of Monday").contains(id.reference());
            }
        }
        assertThat(open).contains(NEVER_AT_HOME, LEFT_LYING).hasSizeLessThan(10).allMatch(number -> number <= USUAL);
        assertThat(cases.page(CaseFilter.of(Lane.NOW), 10, 0)).isEmpty();
    }

    private void assertThatNothingCameTwiceOrNotAtAll() {
        List<String> names = POST.letters().stream().map(Letter::name).toList();
        assertThat(names).doesNotHaveDuplicates();
        assertThat(names)
                .containsAll(numbers.keySet().stream().map(id -> id + ".clinic").toList());
        assertThat(names)
                .filteredOn(name -> name.matches("digest-.*[.]notice"))
                .as("on each office day, and on no holiday")
                .containsExactly("digest-2026-11-25.notice", "digest-2026-11-27.notice", "digest-2026-11-30.notice");
    }

    private void assertThatEachReminderCameOnceAndInTime() {
        assertThat(POST.letters())
                .extracting(Letter::name)
                .filteredOn(name -> name.startsWith("reminder-") && !name.contains("emergency"))
                .containsExactlyInAnyOrder(
                        "reminder-20261126T0000-due.notice", // Wednesday, an hour before closing time
                        "reminder-20261126T0100-due.notice", // closing time
                        "reminder-20261127T1700-late.fallback", // Friday's opening
                        "reminder-20261127T1700-tried.notice",
                        "reminder-20261128T0000-due.notice",
                        "reminder-20261128T0100-due.notice");
        for (String name : List.of(
                "reminder-20261126T0000-due.notice",
                "reminder-20261126T0100-due.notice",
                "reminder-20261127T1700-late.fallback")) {
            assertThat(referencesIn(letter(name))).isEqualTo(WITH_THE_DOCTOR);
        }
        assertThat(referencesIn(letter("reminder-20261128T0000-due.notice"))).containsExactly(LEFT_LYING);
        assertThat(referencesIn(letter("reminder-20261127T1700-tried.notice"))).contains(NEVER_AT_HOME);
        assertThat(stages(63))
                .as("no mail went, and they were at lunch")
                .containsExactly("unmailed", "untaken-1", "untaken-2");
        assertThat(stages(65)).containsExactly("untaken-1", "untaken-2", "untaken-3", "untaken-4");
        assertThat(Stream.of(61, 62, CRISIS).flatMap(number -> stages(number).stream()))
                .isEmpty();
        assertThat(POST.letters())
                .filteredOn(one -> one.name().contains("emergency"))
                .extracting(Letter::to)
                .as("both the front desk and the fallback inbox hear of each")
                .contains("front-desk@clinic.example", "office-manager@clinic.example");
    }

    private void peopleAsk() {
        for (int number = 1; number <= USUAL; number++) {
            Instant when = number <= 12
                    ? at(TUESDAY, "15:00").plus(Duration.ofMinutes(10L * number))
                    : at(WEDNESDAY, "08:00").plus(Duration.ofMinutes(12L * (number - 13)));
            ask(
                    number,
                    when,
                    Inquiries.with(
                            number,
                            "canary" + number + "@example.com",
                            number % 4 == 0,
                            number % 5 == 0 ? "es" : "en",
                            "Canary words"));
        }
        int number = USUAL;
        for (Instant when : List.of(
                at(WEDNESDAY, "09:30"),
                at(WEDNESDAY, "11:00"),
                at(WEDNESDAY, "11:30"),
                at(WEDNESDAY, "15:30"),
                at(HOLIDAY, "02:00"))) {
            number++;
            InquiryReceived usual = Inquiries.with(number, "canary" + number + "@example.com", false, "en", "Canary");
            ask(
                    number,
                    when.minusMillis(number),
                    number == CRISIS ? Inquiries.inCrisis(usual) : Inquiries.urgent(usual, "numb"));
        }
    }

    private void ask(int number, Instant when, InquiryReceived inquiry) {
        String id = "DAY0%04d".formatted(number) + "0".repeat(18);
        InquiryReceived received = Inquiries.receivedAt(Inquiries.called(id, inquiry), when);
        asked.put(when, received);
        numbers.put(received.id(), number);
    }

    private void steps(LocalDate day, String from, String until, Consumer<Instant> desk) {
        for (Instant now = at(day, from); now.isBefore(at(day, until)); now = now.plus(STEP)) {
            step(now, desk);
        }
    }

    private void step(Instant now, Consumer<Instant> desk) {
        CLOCK.moveTo(now);
        List<InquiryReceived> arrivals = asked.entrySet().stream()
                .filter(one -> !one.getKey().isAfter(now))
                .map(Map.Entry::getValue)
                .toList();
        asked.keySet().removeIf(when -> !when.isAfter(now));
        arrivals.forEach(this::publish);
        for (InquiryReceived arrival : arrivals) {
            await("on the board, with or without a mail server").atMost(SECONDS).until(() -> isOnTheBoard(arrival));
        }
        digests.oweAsOf(now);
        reminders.owe();
        if (!mailServerIsAway) {
            await("all mails that are owed").atMost(SECONDS).until(() -> count("delivery where ended_at is null") == 0);
        }
        desk.accept(now);
    }

    private boolean isOnTheBoard(InquiryReceived inquiry) {
        return inquiry.urgent()
                ? cases.page(CaseFilter.of(Lane.NOW), 1, 0).stream()
                        .anyMatch(file -> file.inquiry().equals(inquiry.id()))
                : cases.find(inquiry.id()).isPresent();
    }

    /** Two people each. Both look first, and press then: of two who reach for the same person, one must look again. */
    private void work(Instant now) {
        for (int call = 0; call < 2; call++) {
            Optional<CaseFile> anaSees = next(now, "ana");
            Optional<CaseFile> luzSees = next(now, "luz");
            press(anaSees, now, "ana");
            press(luzSees, now, "luz");
        }
    }

    private Optional<CaseFile> next(Instant now, String user) {
        Instant today = now.atZone(CLINIC).toLocalDate().atStartOfDay(CLINIC).toInstant();
        Predicate<CaseFile> free = file -> file.state() == CaseState.NEW || isToBeFinished(file, now, user);
        return Stream.of(
                        cases.page(CaseFilter.of(Lane.NOW), 50, 0).stream(),
                        cases.page(CaseFilter.of(Lane.TODAY), 50, 0).stream().filter(free),
                        cases.page(CaseFilter.of(Lane.TRIED), 50, 0).stream()
                                .filter(file -> file.changedAt().isBefore(today)))
                .flatMap(lane -> lane)
                .findFirst();
    }

    private boolean isToBeFinished(CaseFile file, Instant now, String user) {
        return user.equals(file.owner())
                && WITH_THE_DOCTOR.contains(numbers.get(file.inquiry()))
                && now.isAfter(at(FRIDAY, "10:00"));
    }

    private void press(Optional<CaseFile> seen, Instant now, String user) {
        if (seen.isEmpty()) {
            return;
        }
        CaseFile file = seen.get();
        CaseChange taken = actions.take(file.inquiry(), file.version(), user);
        if (!(taken instanceof CaseChange.Done)) {
            pressesThatLost++;
            press(next(now, user), now, user);
            return;
        }
        call(file, file.version() + 1, now, user);
    }

    private void call(CaseFile file, int version, Instant now, String user) {
        int number = numbers.get(file.inquiry());
        boolean waits = WITH_THE_DOCTOR.contains(number) && now.isBefore(at(FRIDAY, "10:00")) || number == LEFT_LYING;
        boolean nobody = number == NEVER_AT_HOME || number == CRISIS && file.tries() == 0;
        if (waits) {
            return;
        }
        if (nobody || file.tries() == 0 && number <= USUAL && number % 9 == 3) {
            actions.noAnswer(file.inquiry(), version, user);
        } else if (file.tries() == 0 && number <= USUAL && number % 9 == 6) {
            actions.leftWord(file.inquiry(), version, user);
        } else if (number <= USUAL && number % 9 == 8) {
            actions.close(file.inquiry(), version, user, CloseReason.SPAM);
        } else {
            actions.reached(file.inquiry(), version, user);
        }
    }

    private void publish(InquiryReceived inquiry) {
        kafka.send(SealedRecords.of(inquiry, FOLDER.resolve("data/keys"))).join();
    }

    private static Letter letter(String name) {
        return POST.letters().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Set<Integer> referencesIn(Letter letter) {
        Set<Integer> named = new HashSet<>();
        numbers.forEach((id, number) -> {
            if (letter.text().contains(id.reference())) {
                named.add(number);
            }
        });
        return named;
    }

    private List<String> stages(int number) {
        return jdbc.sql("select stage from case_reminder where inquiry_id like ? order by stage")
                .param("DAY0%04d%%".formatted(number))
                .query(String.class)
                .list();
    }

    private long count(String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Long.class).single();
    }

    private static Instant at(LocalDate day, String time) {
        return LocalDateTime.of(day, LocalTime.parse(time)).atZone(CLINIC).toInstant();
    }

    private static String contentWithTheHoliday(Path copy) throws IOException {
        Path content = Path.of("../content");
        try (Stream<Path> files = Files.walk(content)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(content.relativize(file).toString()));
            }
        }
        Path clinic = copy.resolve("clinic.yml");
        Files.writeString(clinic, Files.readString(clinic).replace("holidays: [", "holidays: [" + HOLIDAY + ", "));
        return copy.toString();
    }

    /** A clock that goes on from wherever it was moved to. */
    private static final class AheadClock extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        void moveTo(Instant moment) {
            ahead = Duration.between(Instant.now(), moment);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return CLINIC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
