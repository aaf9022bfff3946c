package org.foramen.notifier.console.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.foramen.content.ClinicContent;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.delivery.SubjectKind;
import org.foramen.notifier.message.desk.DeskWords;
import org.springframework.stereotype.Component;

/** What people call a subject, and where the console tells about it. */
@Component
public final class SubjectWords {

    private static final String RECORD = "console.name.record";
    private static final String DIGEST = "console.name.digest";
    private static final String REMINDER = "console.name.reminder";

    private final DeskWords words;

    /** @throws IllegalArgumentException when the wording lacks a name */
    public SubjectWords(ClinicContent content) {
        this.words = new DeskWords(content);
        List.of(RECORD, DIGEST, REMINDER).forEach(words::say);
    }

    /** @param subject its wire name or its id */
    public String name(String subject) {
        return find(subject).map(this::name).orElse(subject);
    }

    private String name(Subject subject) {
        return subject.fold(
                InquiryId::reference,
                place -> words.say(
                        RECORD,
                        Map.of(
                                "partition", String.valueOf(place.partition()),
                                "offset", String.valueOf(place.offset()))),
                day -> words.say(DIGEST, Map.of("day", day.toString())),
                reminder -> words.say(REMINDER, Map.of("slot", reminder.slot().toString())));
    }

    /** The address of the page that tells about a subject, by its wire name or its id. */
    public String place(String subject) {
        return find(subject).map(found -> "/inquiries/" + found.wireName()).orElse("/audit");
    }

    /** An answer that may be read on a page of many: with the name of what it is about. */
    public String about(String subject, String answer) {
        return name(subject) + ": " + answer;
    }

    private static Optional<Subject> find(String subject) {
        return Stream.of(SubjectKind.values())
                .map(kind -> kind == SubjectKind.INQUIRY ? subject : kind.wireName() + "-" + subject)
                .flatMap(name -> Subject.named(name).stream())
                .findFirst();
    }
}
