package org.foramen.notifier.answering;

import java.util.List;
import org.foramen.contract.Suspicion;
import org.foramen.notifier.delivery.Recipient;
import org.foramen.notifier.message.Response;

/**
 * What becomes of an inquiry.
 *
 * @param answer what the person gets
 * @param inboxes the clinic's, of its route; never empty
 */
public record MailPlan(Response answer, List<String> inboxes) {

    /** The same for an inquiry under another suspicion. */
    public MailPlan suspectedOf(Suspicion suspicion) {
        return new MailPlan(answer.suspectedOf(suspicion), inboxes);
    }

    /** The clinic's recipients: as many as the route has inboxes. */
    public List<Recipient> clinicRecipients() {
        return Recipient.CLINIC_INBOXES.subList(0, inboxes.size());
    }

    /** The inbox of an index from 1. Routes may have got shorter since a mail was owed; it then goes to the last inbox that is left. */
    String inbox(int index) {
        return inboxes.get(Math.min(index, inboxes.size()) - 1);
    }
}
