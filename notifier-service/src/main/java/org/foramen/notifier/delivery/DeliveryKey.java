package org.foramen.notifier.delivery;

import org.foramen.contract.InquiryId;

/** Names one delivery: what it is about, and whom it goes to. */
public record DeliveryKey(Subject subject, Recipient recipient) {

    /** A delivery to the first inbox of an audience. */
    public DeliveryKey(Subject subject, Audience audience) {
        this(subject, Recipient.first(audience));
    }

    /** A delivery about an inquiry. */
    public DeliveryKey(InquiryId inquiry, Audience audience) {
        this(new Subject.Inquiry(inquiry), audience);
    }

    /** Whose mail it is: a canary gets what a person would get. */
    public Recipient mailedAs() {
        return subject.kind() == SubjectKind.CANARY ? Recipient.first(Audience.PATIENT) : recipient;
    }

    public Audience audience() {
        return recipient.audience();
    }

    @Override
    public String toString() {
        return subject.wireName() + "/" + recipient.wireName();
    }
}
