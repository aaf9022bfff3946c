package org.foramen.notifier.digest;

import java.util.List;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.cases.CaseFile;
import org.foramen.notifier.cases.CaseFilter;
import org.foramen.notifier.cases.Cases;
import org.foramen.notifier.message.list.DailyFigures.PersonToAnswer;
import org.foramen.notifier.order.Order;
import org.foramen.notifier.order.PatientMailFate;
import org.springframework.stereotype.Component;

/** Who waits for an answer, by the same table of orders as every mail. */
@Component
class WaitingPeople {

    /** More than a clinic can answer in weeks. */
    private static final int MOST = 5_000;

    private static final CaseFilter OPEN = new CaseFilter(null, null, null, null, null, null);

    private final Cases cases;

    WaitingPeople(Cases cases) {
        this.cases = cases;
    }

    /** All whose answer nobody has noted, the next due first. */
    List<CaseFile> open() {
        return cases.page(OPEN, MOST, 0);
    }

    /** Of these, whom somebody must answer. */
    static List<PersonToAnswer> toAnswer(List<CaseFile> open) {
        return open.stream()
                .filter(file -> file.order() != Order.NOTHING)
                .map(CaseFile::toAnswer)
                .toList();
    }

    /** Of these, those whose person our mail does not reach, or may not have. */
    static List<InquiryId> unmailed(List<CaseFile> open) {
        return open.stream()
                .filter(file -> file.fate() == PatientMailFate.UNREACHABLE || file.fate() == PatientMailFate.UNCERTAIN)
                .map(CaseFile::inquiry)
                .toList();
    }

    /** Of these, those that may be spam. */
    static List<InquiryId> heldBack(List<CaseFile> open) {
        return open.stream()
                .filter(file -> file.suspected() && file.order() == Order.NOTHING)
                .map(CaseFile::inquiry)
                .toList();
    }
}
