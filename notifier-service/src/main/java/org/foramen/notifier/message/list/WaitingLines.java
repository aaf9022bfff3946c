package org.foramen.notifier.message.list;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.message.desk.DeskTimes;
import org.foramen.notifier.message.desk.DeskWords;
import org.foramen.notifier.message.list.DailyFigures.PersonToAnswer;

/** People to answer as mails list them: by when, where that is not at once, the one order, what it is about, and no person. */
final class WaitingLines {

    /** A mail of thousands of lines is read by nobody, and may be refused; the board has the others. */
    static final int MOST = 200;

    private static final String DOT = " · ";

    private final Stationery stationery;
    private final DeskWords words;
    private final DeskTimes times;

    WaitingLines(Stationery stationery) {
        this.stationery = stationery;
        this.words = new DeskWords(stationery.content());
        this.times = new DeskTimes(stationery.content());
    }

    Line of(PersonToAnswer one, Instant now) {
        return line(one, one.due().isBefore(now) ? "digest.line.late" : "digest.line.due", now);
    }

    /** Below a heading that says what is late. */
    Line listed(PersonToAnswer one, Instant now) {
        return line(one, one.due().isBefore(now) ? "digest.line.was" : "digest.line.due", now);
    }

    /** How many of all are not listed; empty when all are. */
    Optional<Line> notListed(int all) {
        int more = all - MOST;
        return more > 0
                ? Optional.of(new Line(
                        words.counted("digest.more", more), stationery.links().board()))
                : Optional.empty();
    }

    private Line line(PersonToAnswer one, String pattern, Instant now) {
        String what = words.order(one.order(), one.level(), one.language(), one.bestTime());
        String topic = words.topic(one.level(), one.procedure());
        String said = one.order().atOnce()
                ? topic + DOT + what
                : words.say(pattern, Map.of("due", times.brief(one.due(), now))) + DOT + what + ": " + topic;
        return new Line(
                said + DOT + one.inquiry().reference(), stationery.links().person(one.inquiry()));
    }
}
