package org.foramen.notifier.answering;

import java.time.Clock;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.ledger.AddressQuota;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.order.PatientMailNews;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a mail to the clinic may say of the mail to the person: what the ledger knows, else what is planned. */
@Component
class PatientNews {

    private final Ledger ledger;
    private final AddressQuota quota;
    private final Clock clock;

    PatientNews(Ledger ledger, AddressQuota quota, Clock clock) {
        this.ledger = ledger;
        this.quota = quota;
        this.clock = clock;
    }

    PatientMailNews of(InquiryReceived inquiry, MailPlan plan) {
        return ledger.find(new DeliveryKey(inquiry.id(), Audience.PATIENT))
                .map(PatientMailNews::of)
                .orElseGet(() -> PatientMailNews.planned(withheld(inquiry, plan)));
    }

    /** Takes the slot that the mail needs, so that others who ask before it is begun find it taken. */
    private @Nullable Reason withheld(InquiryReceived inquiry, MailPlan plan) {
        Reason planned = plan.answer().withheld();
        String address = inquiry.person().email();
        if (planned != null || address == null) {
            return planned;
        }
        return quota.take(address, inquiry.id(), clock.instant()).orElse(null);
    }
}
