package org.foramen.notifier.console.mail;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.Recipient;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.delivery.SubjectKind;

/**
 * What may be done about an inquiry, or a record that cannot be read, now.
 *
 * @param release true when a mail to the person is held back that may go
 * @param resend the mails that ended and may be sent once more
 * @param open true when there is an inquiry to open
 * @param erase true when there is one to erase
 * @param dismiss true when something waits for a person
 * @param replay true when it is a record that could not be read, and nobody saw to it
 */
record AvailableActions(
        boolean release, List<Recipient> resend, boolean open, boolean erase, boolean dismiss, boolean replay) {

    private static final Set<State> ENDED =
            EnumSet.of(State.SENT, State.REFUSED, State.UNACCEPTABLE, State.BOUNCED, State.EXPIRED, State.UNKNOWN);

    /**
     * @param waits true when something about it waits for a person
     * @param held true while it is held for a legal matter
     */
    static AvailableActions of(Subject subject, List<Delivery> deliveries, boolean waits, boolean held) {
        boolean inquiry = subject.kind() == SubjectKind.INQUIRY;
        boolean erased = deliveries.stream().anyMatch(delivery -> delivery.reason() == Reason.ERASED);
        return new AvailableActions(
                deliveries.stream().anyMatch(AvailableActions::isHeldBack),
                deliveries.stream()
                        .filter(delivery -> !erased && ENDED.contains(delivery.state()))
                        .map(delivery -> delivery.key().recipient())
                        .toList(),
                inquiry && !erased,
                inquiry && !erased && !held,
                waits,
                waits && subject.kind() == SubjectKind.DEAD_LETTER);
    }

    private static boolean isHeldBack(Delivery delivery) {
        return delivery.key().audience() == Audience.PATIENT
                && delivery.state() == State.WITHHELD
                && delivery.reason() != null
                && delivery.reason().releasable();
    }
}
