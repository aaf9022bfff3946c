package org.foramen.notifier.delivery;

import java.time.LocalDate;
import java.util.function.Function;
import org.foramen.contract.InquiryId;
import org.foramen.contract.name.WireName;

/** The kinds of subjects, as the ledger and the metrics name them. */
public enum SubjectKind implements WireName {
    INQUIRY(id -> new Subject.Inquiry(new InquiryId(id))),
    DEAD_LETTER(place -> new Subject.DeadLetter(Position.at(place))),
    DIGEST(day -> new Subject.Digest(LocalDate.parse(day))),
    REMINDER(Reminder::read),
    CANARY(id -> new Subject.Canary(new InquiryId(id)));

    private final Function<String, Subject> reader;

    SubjectKind(Function<String, Subject> reader) {
        this.reader = reader;
    }

    /** The subject of this kind that {@link Subject#id} names. */
    public Subject read(String id) {
        return reader.apply(id);
    }
}
