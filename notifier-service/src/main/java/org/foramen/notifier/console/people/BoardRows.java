package org.foramen.notifier.console.people;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foramen.contract.Level;
import org.foramen.notifier.cases.CaseFile;
import org.foramen.notifier.console.people.BoardRow.Pill;
import org.foramen.notifier.console.view.ClinicTime;
import org.foramen.notifier.order.Order;
import org.foramen.notifier.order.PatientMailFate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts cases into the words of the board: the clock, the one order, and who has it. */
@Component
class BoardRows {

    private static final Duration SOON = Duration.ofHours(1);
    private static final Duration TODAY = Duration.ofHours(12);
    private static final String TIME = "time";
    private static final String NAME = "name";

    private final CaseWords words;
    private final ClinicTime time;

    BoardRows(CaseWords words, ClinicTime time) {
        this.words = words;
        this.time = time;
    }

    /**
     * The rows of a list, in its order, but that inquiries of one person stand together.
     *
     * @param above the references of those that stand above already, by their person; these are added to it
     */
    List<BoardRow> of(List<CaseFile> files, Map<String, String> above, Instant now) {
        Map<String, List<CaseFile>> people = new LinkedHashMap<>();
        for (CaseFile file : files) {
            String person = file.person() == null ? file.inquiry().value() : file.person();
            people.computeIfAbsent(person, first -> new ArrayList<>()).add(file);
        }
        List<BoardRow> rows = new ArrayList<>();
        people.forEach((person, inquiries) -> inquiries.forEach(file -> {
            rows.add(row(file, above.get(person), now));
            above.putIfAbsent(person, file.inquiry().reference());
        }));
        return rows;
    }

    BoardRow row(CaseFile file, @Nullable String sameAs, Instant now) {
        PatientMailFate fate = file.fate();
        return new BoardRow(
                file,
                clock(file, now),
                pace(file, now),
                beside(file),
                pills(file, fate),
                words.topic(file),
                words.got(file, fate),
                holder(file),
                sameAs,
                fate == PatientMailFate.HELD_BACK);
    }

    private String clock(CaseFile file, Instant now) {
        if (file.state().done()) {
            return words.state(file.state());
        }
        if (file.emergency()) {
            return ClinicTime.words(file.waiting(now));
        }
        if (!file.isAskedFor()) {
            return words.say("due.none");
        }
        Duration left = Duration.between(now, file.due());
        if (left.isNegative()) {
            return words.say("late", TIME, ClinicTime.words(left.negated()));
        }
        return left.compareTo(TODAY) < 0
                ? words.say("due.in", TIME, ClinicTime.words(left))
                : words.say("due.at", TIME, time.dayAndHour(file.due()));
    }

    private static String pace(CaseFile file, Instant now) {
        if (file.state().done()) {
            return "";
        }
        if (file.emergency() || file.late(now)) {
            return "late";
        }
        return file.isAskedFor() && file.due().isBefore(now.plus(SOON)) ? "soon" : "";
    }

    private String beside(CaseFile file) {
        if (file.state().done()) {
            return time.hourAndMinute(file.changedAt());
        }
        String tried = file.tries() == 0 ? "" : ", " + words.tried(file.tries());
        return words.say("came", TIME, time.dayAndHour(file.receivedAt())) + tried;
    }

    private List<Pill> pills(CaseFile file, PatientMailFate fate) {
        List<Pill> pills = new ArrayList<>();
        if (file.level() != Level.USUAL) {
            pills.add(new Pill(words.level(file.level()), file.emergency() ? "alarm" : "look"));
        }
        if (file.state().done()) {
            return pills; // nothing is asked for any more
        }
        if (fate == PatientMailFate.UNREACHABLE) {
            pills.add(new Pill(words.unreached(), "look"));
        }
        pills.add(new Pill(words.order(file), file.order() == Order.NOTHING ? "look" : "order"));
        return pills;
    }

    private @Nullable String holder(CaseFile file) {
        String owner = file.owner();
        if (owner == null) {
            return file.reason() == null ? null : words.why(file.reason());
        }
        return switch (file.state()) {
            case NEW -> null;
            case TAKEN -> words.say("holder.taken", NAME, owner);
            case TRIED -> words.say("holder.tried", NAME, owner);
            case REACHED -> words.say("holder.reached", NAME, owner);
            case CLOSED -> owner + (file.reason() == null ? "" : ": " + words.why(file.reason()));
        };
    }
}
