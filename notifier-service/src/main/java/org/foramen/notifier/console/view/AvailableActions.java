package org.foramen.notifier.console.view;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.State;

/**
 * What an operator may do about an inquiry now.
 *
 * @param release true when a mail to the person is held back that may go
 * @param resend the mails that ended and may be sent once more
 * @param open true when there is an inquiry to open
 * @param erase true when there is one to erase
 */
public record AvailableActions(boolean release, List<Audience> resend, boolean open, boolean erase) {

    private static final String ERASED = "erased";
    private static final Set<String> HELD_BACK = Set.of("suspected-spam", "too-many", "role-address");
    private static final Set<State> ENDED = EnumSet.of(State.SENT, State.REFUSED, State.EXPIRED, State.UNKNOWN);

    public static AvailableActions of(String owner, List<Delivery> deliveries) {
        boolean inquiry = InquiryId.isOne(owner);
        boolean erased = deliveries.stream().anyMatch(delivery -> ERASED.equals(delivery.reason()));
        return new AvailableActions(
                deliveries.stream().anyMatch(AvailableActions::isHeldBack),
                deliveries.stream()
                        .filter(delivery -> !erased && ENDED.contains(delivery.state()))
                        .map(delivery -> delivery.key().audience())
                        .toList(),
                inquiry && !erased,
                inquiry && !erased);
    }

    private static boolean isHeldBack(Delivery delivery) {
        return delivery.key().audience() == Audience.PATIENT
                && delivery.state() == State.WITHHELD
                && delivery.reason() != null
                && HELD_BACK.contains(delivery.reason());
    }
}
