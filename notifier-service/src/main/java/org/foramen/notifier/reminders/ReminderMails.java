package org.foramen.notifier.reminders;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.cases.CaseFile;
import org.foramen.notifier.cases.CaseState;
import org.foramen.notifier.cases.Cases;
import org.foramen.notifier.delivery.Recipient;
import org.foramen.notifier.delivery.Reminder;
import org.foramen.notifier.delivery.Reminder.Tone;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.message.list.ReminderMail;
import org.foramen.notifier.order.Order;
import org.springframework.stereotype.Component;

/** Writes a reminder when it is sent, of the ledger as it stands then: references, orders, topics and times, and no person. */
@Component
public class ReminderMails {

    /** More than a clinic can call in weeks. */
    private static final int MOST = 5_000;

    private final Cases cases;
    private final ClinicProfile clinic;
    private final ReminderMail mail;
    private final Clock clock;

    ReminderMails(Cases cases, Stationery stationery, Clock clock) {
        this.cases = cases;
        this.clinic = stationery.content().clinic();
        this.mail = new ReminderMail(stationery);
        this.clock = clock;
    }

    /**
     * Empty when everybody whom it names was answered or tried meanwhile, or taken where it cannot wait, or nothing can be done
     * for them.
     */
    public Optional<Mail> write(Reminder reminder, Recipient to) {
        boolean emergency = reminder.tone() == Tone.EMERGENCY;
        List<CaseFile> waiting = cases.namedBy(reminder, MOST).stream()
                .filter(file -> file.order() != Order.NOTHING)
                .filter(file -> !emergency || file.state() != CaseState.TAKEN)
                .toList();
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(mail.write(
                        reminder.tone(),
                        waiting.stream().map(CaseFile::toAnswer).toList(),
                        unmailed(waiting),
                        inbox(to),
                        clock.instant()));
    }

    private static Set<InquiryId> unmailed(List<CaseFile> waiting) {
        return waiting.stream()
                .filter(file -> file.emergency() && file.tries() == 0 && file.clinicMail() != State.SENT)
                .map(CaseFile::inquiry)
                .collect(Collectors.toSet());
    }

    private String inbox(Recipient to) {
        return switch (to.audience()) {
            case FALLBACK -> clinic.fallbackInbox();
            case URGENT -> clinic.urgentInbox(to.index());
            case CLINIC, NOTICE, PATIENT -> clinic.inbox();
        };
    }
}
