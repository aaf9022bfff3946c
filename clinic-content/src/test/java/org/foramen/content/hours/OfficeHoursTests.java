package org.foramen.content.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.foramen.content.file.InvalidEntry;
import org.foramen.content.hours.OfficeHours.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeHoursTests {

    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    private final OfficeHours weekdays = hours(Map.of("monday-friday", "9:00-17:00"), "1 day");

    @ParameterizedTest(name = "{2}: {0} -> {1}")
    @CsvSource({
        "2026-11-30T10:00, 2026-12-01T17:00, on a Monday morning the first whole day is Tuesday",
        "2026-11-30T08:59, 2026-11-30T17:00, before it opens Monday itself is still whole",
        "2026-11-30T09:00, 2026-11-30T17:00, at the minute of opening too",
        "2026-12-04T16:00, 2026-12-07T17:00, from Friday it goes over the weekend",
        "2026-12-05T12:00, 2026-12-07T17:00, a Saturday waits for Monday",
        "2026-12-24T12:00, 2026-12-28T17:00, Christmas and the weekend are closed",
        "2026-12-31T18:00, 2027-01-04T17:00, New Year is a holiday and the year ends on the way",
        "2026-03-06T12:00, 2026-03-09T17:00, clocks go forward on the Sunday between",
        "2026-10-30T12:00, 2026-11-02T17:00, clocks go back on the Sunday between",
    })
    void aDayIsTheClosingTimeOfTheNextWholeOfficeDay(String received, String due, String what) {
        assertThat(weekdays.due(at(received))).isEqualTo(at(due));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "2026-11-30T10:00, 2026-11-30T10:30",
        "2026-11-30T16:45, 2026-12-01T09:15",
        "2026-12-05T03:00, 2026-12-07T09:30",
        "2026-12-24T16:50, 2026-12-28T09:20",
    })
    void minutesCountOnlyWhileTheClinicIsOpen(String received, String due) {
        assertThat(weekdays.urgentDue(at(received))).isEqualTo(at(due));
    }

    @Test
    void hoursAreCountedOverLunchAndNights() {
        OfficeHours withLunch = hours(Map.of("monday-thursday, saturday", "9:00-12:00, 13:00-17:00"), "8 hours");

        assertThat(withLunch.due(at("2026-11-30T11:00"))).isEqualTo(at("2026-12-01T12:00"));
        assertThat(withLunch.open(at("2026-11-30T12:30"))).isFalse();
        assertThat(withLunch.nextOpening(at("2026-11-30T12:30"))).isEqualTo(at("2026-11-30T13:00"));
    }

    @Test
    void anHourThatTheClockSkipsIsNotCounted() {
        OfficeHours night = hours(Map.of("sunday", "1:00-5:00"), "3 hours");

        assertThat(night.due(at("2026-03-08T01:00"))).isEqualTo(at("2026-03-08T05:00"));
        assertThat(night.due(at("2026-11-01T01:00"))).isEqualTo(at("2026-11-01T03:00"));
    }

    @Test
    void theClosingMinuteIsClosedAndTheOpeningMinuteOpen() {
        assertThat(weekdays.open(at("2026-11-30T17:00"))).isFalse();
        assertThat(weekdays.open(at("2026-11-30T09:00"))).isTrue();
        assertThat(weekdays.open(at("2026-12-25T10:00"))).isFalse();
        assertThat(weekdays.opensOn(LocalDate.of(2026, 12, 24))).isTrue();
        assertThat(weekdays.opensOn(LocalDate.of(2026, 12, 25))).isFalse();
        assertThat(weekdays.opensOn(LocalDate.of(2026, 12, 26))).isFalse();
    }

    @Test
    void aHolidayOfAPastYearAndAYearWithoutHolidaysAreNoticed() {
        assertThat(weekdays.remarks(LocalDate.of(2026, 12, 26))).isEmpty();
        assertThat(weekdays.remarks(LocalDate.of(2027, 1, 1)))
                .extracting(Remark::sentence)
                .containsExactly("the holiday 2026-12-25 is of a year that is over");
        assertThat(weekdays.remarks(LocalDate.of(2028, 1, 1)))
                .extracting(Remark::sentence)
                .hasSize(3)
                .last()
                .asString()
                .contains("no holidays of 2028");
    }

    @Test
    void holidaysOfTheNextYearAreMissedFromDecemberOn() {
        assertThat(weekdays.remarks(LocalDate.of(2027, 11, 30)))
                .extracting(Remark::about)
                .containsExactly("2026-12-25");
        assertThat(weekdays.remarks(LocalDate.of(2027, 12, 1)))
                .extracting(Remark::about)
                .containsExactly("2026-12-25", "holidays");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9-17",
                "17:00-9:00",
                "9:00-9:00",
                "9:00-25:00",
                "9:00",
                "",
                "9:00-12:00, 12:00-17:00",
                "13:00-17:00, 9:00-12:00"
            })
    void hoursThatCannotBeAreRefused(String text) {
        assertThatThrownBy(() -> WeeklyHours.parse(Map.of("monday", text)))
                .isInstanceOf(InvalidEntry.class)
                .hasMessageStartingWith("monday ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mon", "monday-", "monday-holiday", "monday, monday", "monday-wednesday, tuesday"})
    void daysThatCannotBeAreRefused(String days) {
        assertThatThrownBy(() -> WeeklyHours.parse(Map.of(days, "9:00-17:00"))).isInstanceOf(InvalidEntry.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "0 days", "1.5 hours", "-1 day", "1 week", ""})
    void aPromiseThatNoClockCanKeepIsRefused(String text) {
        assertThatThrownBy(() -> AnswerWithin.parse(text))
                .isInstanceOf(InvalidEntry.class)
                .hasMessageContaining("30 minutes");
    }

    private static OfficeHours hours(Map<String, String> weekly, String within) {
        List<LocalDate> holidays = List.of(LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 1));
        return new OfficeHours(
                LOS_ANGELES,
                WeeklyHours.parse(weekly),
                new TreeSet<>(holidays),
                AnswerWithin.parse(within),
                AnswerWithin.parse("30 minutes"));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(LOS_ANGELES).toInstant();
    }
}
