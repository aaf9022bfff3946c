package org.foramen.notifier.reconciliation;

import java.util.List;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.cases.CaseFile;
import org.foramen.notifier.cases.CaseFilter;
import org.foramen.notifier.cases.Cases;
import org.foramen.notifier.message.DailyFigures.Waiting;
import org.foramen.notifier.order.Order;
import org.foramen.notifier.order.OrderFacts;
import org.foramen.notifier.order.OrderTable;
import org.foramen.notifier.order.PatientMailFate;
import org.springframework.stereotype.Component;

/** Who waits for an answer, by the same table of orders as every mail. */
@Component
class WaitingPeople {

    private static final int MOST = 200;
    private static final CaseFilter OPEN = new CaseFilter(null, null, null, null, null, null);

    private final Cases cases;

    WaitingPeople(Cases cases) {
        this.cases = cases;
    }

    /** Whom somebody must answer, the next due first. */
    List<Waiting> toAnswer() {
        return open().stream()
                .filter(file -> order(file) != Order.NOTHING)
                .map(file -> new Waiting(
                        file.inquiry(),
                        order(file),
                        file.level(),
                        file.language(),
                        file.bestTime(),
                        file.procedure(),
                        file.due()))
                .toList();
    }

    /** Those that may be spam. */
    List<InquiryId> heldBack() {
        return open().stream()
                .filter(file -> file.suspected() && order(file) == Order.NOTHING)
                .map(CaseFile::inquiry)
                .toList();
    }

    private List<CaseFile> open() {
        return cases.page(OPEN, MOST, 0);
    }

    private static Order order(CaseFile file) {
        PatientMailFate fate = file.patientMail() == null
                ? PatientMailFate.OWED
                : PatientMailFate.of(file.patientMail(), file.patientMailReason());
        return OrderTable.orderFor(
                new OrderFacts(file.level(), file.phone(), file.emailAllowed(), file.way(), file.suspected(), fate));
    }
}
