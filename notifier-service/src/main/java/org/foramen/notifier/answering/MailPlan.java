package org.foramen.notifier.answering;

import java.util.List;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.message.Response;

/**
 * What becomes of an inquiry.
 *
 * @param answer what the person gets
 * @param inboxes the clinic's, of its route; never empty
 */
public record MailPlan(Response answer, List<String> inboxes) {

    /** The clinic's audiences: as many as the route has inboxes. */
    public List<Audience> clinicAudiences() {
        return Audience.CLINIC_INBOXES.subList(0, inboxes.size());
    }

    /** Routes may have got shorter since a mail was owed; it then goes to the last inbox that is left. */
    String inboxOf(Audience audience) {
        return inboxes.get(Math.min(Audience.CLINIC_INBOXES.indexOf(audience), inboxes.size() - 1));
    }
}
