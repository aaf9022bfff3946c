package org.foramen.notifier.message.list;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.delivery.Reminder.Tone;
import org.foramen.notifier.message.ClinicMail;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.message.desk.DeskWords;
import org.foramen.notifier.message.list.DailyFigures.PersonToAnswer;

/** Says again who waits, in the words of the morning's mail. */
public final class ReminderMail {

    private final DeskWords words;
    private final WaitingLines lines;
    private final ListMail mail;

    public ReminderMail(Stationery stationery) {
        this.words = new DeskWords(stationery.content());
        this.lines = new WaitingLines(stationery);
        this.mail = new ListMail(stationery);
    }

    /**
     * Writes it.
     *
     * @param waiting whom somebody must answer, the next due first
     * @param unmailed of these, those whose mail has reached no inbox
     * @param inbox to whom
     */
    public Mail write(Tone tone, List<PersonToAnswer> waiting, Set<InquiryId> unmailed, String inbox, Instant now) {
        String subject = subject(tone, waiting, now);
        Map<String, Object> shown = Map.of(
                "title",
                subject,
                "foot",
                words.say("reminder.foot." + tone.wireName()),
                "lines",
                lines(waiting, unmailed, now));
        Map<String, String> headers = tone == Tone.EMERGENCY ? ClinicMail.IMPORTANT : Map.of();
        return mail.write(inbox, words.say("sender"), subject, now, headers, shown);
    }

    private List<Line> lines(List<PersonToAnswer> waiting, Set<InquiryId> unmailed, Instant now) {
        Stream<Line> listed =
                waiting.stream().limit(WaitingLines.MOST).map(one -> line(one, unmailed.contains(one.inquiry()), now));
        return Stream.concat(listed, lines.notListed(waiting.size()).stream()).toList();
    }

    private String subject(Tone tone, List<PersonToAnswer> waiting, Instant now) {
        int late = (int) waiting.stream().filter(one -> one.due().isBefore(now)).count();
        return tone == Tone.DUE && late > 0
                ? words.counted("reminder.now", waiting.size()) + ", " + words.counted("digest.late", late)
                : words.counted("reminder." + tone.wireName(), waiting.size());
    }

    private Line line(PersonToAnswer one, boolean unmailed, Instant now) {
        Line line = lines.of(one, now);
        return unmailed ? new Line(line.text() + " · " + words.say("reminder.unmailed"), line.target()) : line;
    }
}
