package org.foramen.notifier.delivery;

import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;
import org.foramen.contract.InquiryId;

/** The kinds of subjects, as the ledger and the metrics name them. */
public enum SubjectKind {
    INQUIRY(id -> new Subject.Inquiry(new InquiryId(id))),
    DEAD_LETTER(place -> new Subject.DeadLetter(Position.at(place))),
    DIGEST(day -> new Subject.Digest(LocalDate.parse(day))),
    REMINDER(Reminder::read),
    CANARY(id -> new Subject.Canary(new InquiryId(id)));

    private final Function<String, Subject> reader;

    SubjectKind(Function<String, Subject> reader) {
        this.reader = reader;
    }

    /** The name in the ledger and in metrics, such as {@code dead-letter}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static SubjectKind named(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The subject of this kind that {@link Subject#id} names. */
    public Subject read(String id) {
        return reader.apply(id);
    }
}
