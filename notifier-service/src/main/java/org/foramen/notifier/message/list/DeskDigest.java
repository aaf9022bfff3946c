package org.foramen.notifier.message.list;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.message.desk.DeskTimes;
import org.foramen.notifier.message.desk.DeskWords;
import org.foramen.notifier.message.desk.MailLinks;
import org.foramen.notifier.message.list.DailyFigures.Came;
import org.foramen.notifier.message.list.DailyFigures.PersonToAnswer;
import org.jspecify.annotations.Nullable;

/** The front desk's mail of the day: whom to answer, the next due first, and what else there is to know. */
public final class DeskDigest {

    private final ClinicProfile clinic;
    private final MailLinks links;
    private final DeskWords words;
    private final DeskTimes times;
    private final WaitingLines lines;
    private final ListMail mail;

    public DeskDigest(Stationery stationery) {
        this.clinic = stationery.content().clinic();
        this.links = stationery.links();
        this.words = new DeskWords(stationery.content());
        this.times = new DeskTimes(stationery.content());
        this.lines = new WaitingLines(stationery);
        this.mail = new ListMail(stationery);
    }

    /** Writes it; two lines when there is nothing to know. */
    public Mail write(DailyFigures figures, Instant date) {
        int waiting = figures.waiting().size();
        String title = waiting == 0 ? words.say("digest.nobody") : words.counted("digest", waiting);
        String late = figures.late() == 0 ? "" : ", " + words.counted("digest.late", figures.late());
        Map<String, Object> shown = new HashMap<>();
        shown.put("title", title + late);
        shown.put("lines", List.of());
        shown.put("parts", parts(figures));
        shown.put("notes", notes(figures));
        shown.put("foot", came(figures));
        return mail.write(clinic.inbox(), words.say("sender"), title + late, date, Map.of(), shown);
    }

    /** Emergencies, who is late, who is due today, and the others. */
    private List<Part> parts(DailyFigures figures) {
        Instant night = LocalDate.ofInstant(figures.to(), clinic.timeZone())
                .plusDays(1)
                .atStartOfDay(clinic.timeZone())
                .toInstant();
        Map<String, List<Line>> parts = new LinkedHashMap<>();
        List.of("now", "late", "today", "later").forEach(name -> parts.put(name, new ArrayList<>()));
        for (PersonToAnswer one :
                figures.waiting().stream().limit(WaitingLines.MOST).toList()) {
            String part =
                    switch (one.order()) {
                        case CALL_NOW, WRITE_911 -> "now";
                        case CALL, WRITE, NOTHING ->
                            one.due().isBefore(figures.to())
                                    ? "late"
                                    : one.due().isBefore(night) ? "today" : "later";
                    };
            parts.getOrDefault(part, new ArrayList<>()).add(lines.listed(one, figures.to()));
        }
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> new Part(words.say("digest.part." + part.getKey()), part.getValue()))
                .toList();
    }

    private List<Line> notes(DailyFigures figures) {
        List<Line> notes = new ArrayList<>();
        lines.notListed(figures.waiting().size()).ifPresent(notes::add);
        if (figures.lost() > 0) {
            notes.add(new Line(words.counted("digest.lost", figures.lost()), null));
        }
        if (!figures.unmailed().isEmpty()) {
            notes.add(note("digest.unmailed", "references", references(figures.unmailed()), links.board()));
        }
        if (!figures.heldBack().isEmpty()) {
            notes.add(note("digest.held", "references", references(figures.heldBack()), links.board()));
        }
        if (!figures.ending().isEmpty()) {
            String texts = figures.ending().stream()
                    .map(text -> text.file() + " (" + text.reviewBy() + ")")
                    .collect(Collectors.joining(", "));
            notes.add(note("digest.ending", "texts", texts, null));
        }
        return notes;
    }

    private Line note(String name, String value, String filled, @Nullable String target) {
        return new Line(words.say(name, Map.of(value, filled)), target);
    }

    private String came(DailyFigures figures) {
        Came came = figures.came();
        boolean all = came.inquiries() == came.inInbox();
        String name = came.inquiries() == 0 ? "none" : !all ? "some" : came.inquiries() == 1 ? "one" : "many";
        return words.say(
                "digest.came." + name,
                Map.of(
                        "count", String.valueOf(came.inquiries()),
                        "mailed", String.valueOf(came.inInbox()),
                        "since", times.brief(came.since(), figures.to())));
    }

    private static String references(List<InquiryId> inquiries) {
        String named = inquiries.stream()
                .limit(WaitingLines.MOST)
                .map(InquiryId::reference)
                .collect(Collectors.joining(", "));
        int more = inquiries.size() - WaitingLines.MOST;
        return more > 0 ? named + ", +" + more : named;
    }
}
