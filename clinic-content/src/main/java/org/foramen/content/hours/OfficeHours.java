package org.foramen.content.hours;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When the clinic is open and by when it answers: the clock that people are promised an answer by.
 *
 * @param weekly the hours of an ordinary week
 * @param holidays days on which it is closed all day
 * @param answerWithin how soon a usual question is answered; days end with the closing time of the last whole office day
 * @param urgentWithin how soon somebody calls where it is urgent, in office time
 */
public record OfficeHours(
        ZoneId timeZone,
        WeeklyHours weekly,
        TreeSet<LocalDate> holidays,
        AnswerWithin answerWithin,
        AnswerWithin urgentWithin) {

    /** By when a usual question is answered. */
    public Instant due(Instant received) {
        return answerWithin.after(received, this);
    }

    /** By when somebody calls a person who may need help now. */
    public Instant urgentDue(Instant received) {
        return urgentWithin.after(received, this);
    }

    public boolean open(Instant now) {
        return nextOpening(now).equals(now);
    }

    /** Whether somebody is there at any time of that day. */
    public boolean opensOn(LocalDate day) {
        return !holidays.contains(day) && !weekly.on(day.getDayOfWeek()).isEmpty();
    }

    /** The first moment from now on in which somebody is there: now itself where the clinic is open. */
    public Instant nextOpening(Instant now) {
        Interval next = openFrom(now).iterator().next();
        return next.from.isAfter(now) ? next.from : now;
    }

    /** The moment at which the clinic will have been open for that long. */
    public Instant plusOfficeTime(Instant from, Duration time) {
        Iterator<Interval> intervals = openFrom(from).iterator();
        Duration left = time;
        while (true) {
            Interval interval = intervals.next();
            Instant begin = interval.from.isAfter(from) ? interval.from : from;
            Duration here = Duration.between(begin, interval.until);
            if (left.compareTo(here) <= 0) {
                return begin.plus(left);
            }
            left = left.minus(here);
        }
    }

    /** The closing time of the n-th office day that is still whole: that day itself counts before it has opened. */
    public Instant endOfDay(Instant from, int wholeDays) {
        return openDays(from.atZone(timeZone).toLocalDate())
                .map(this::intervals)
                .filter(day -> !day.get(0).from.isBefore(from))
                .skip(wholeDays - 1L)
                .map(day -> day.get(day.size() - 1).until)
                .findFirst()
                .orElseThrow();
    }

    /** What somebody should look at, though the clinic can go on with it: slips of the pen and lists that have run out. */
    public List<Remark> remarks(LocalDate today) {
        List<Remark> remarks = new ArrayList<>();
        for (LocalDate past : holidays.headSet(LocalDate.of(today.getYear(), 1, 1))) {
            remarks.add(new Remark(past.toString(), "the holiday %s is of a year that is over".formatted(past)));
        }
        IntStream.rangeClosed(today.getYear(), today.plusMonths(1).getYear())
                .filter(year -> holidays.stream().noneMatch(day -> day.getYear() == year))
                .forEach(year -> remarks.add(new Remark(
                        "holidays",
                        "no holidays of %d are listed; answers are promised for days on which the clinic is closed"
                                .formatted(year))));
        return remarks;
    }

    private Stream<Interval> openFrom(Instant from) {
        return openDays(from.atZone(timeZone).toLocalDate())
                .flatMap(day -> intervals(day).stream())
                .filter(interval -> interval.until.isAfter(from));
    }

    private Stream<LocalDate> openDays(LocalDate from) {
        return Stream.iterate(from, day -> day.plusDays(1)).filter(this::opensOn);
    }

    private List<Interval> intervals(LocalDate day) {
        return weekly.on(day.getDayOfWeek()).stream()
                .map(opening -> new Interval(
                        ZonedDateTime.of(day, opening.from(), timeZone).toInstant(),
                        ZonedDateTime.of(day, opening.until(), timeZone).toInstant()))
                .toList();
    }

    /**
     * What is to be looked at.
     *
     * @param about the entry or the value as the file has it, such as {@code 2026-12-25}
     */
    public record Remark(String about, String sentence) {}

    private record Interval(Instant from, Instant until) {}
}
