package org.foramen.notifier.message;

import java.util.List;
import java.util.stream.Stream;
import org.foramen.content.handout.EducationSummary;
import org.foramen.contract.Suspicion;
import org.foramen.notifier.delivery.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What a person is answered, and why.
 *
 * @param handout the one that goes with the mail; null when none does
 * @param reason why this one, or none, in whole sentences for the front desk
 * @param suspicions why this may be no person's inquiry, by the codes of {@link Suspicion}; mostly empty
 * @param withheld why the person gets no mail; null when they do
 */
public record Response(
        @Nullable EducationSummary handout, String reason, List<String> suspicions, @Nullable Reason withheld) {

    public Response {
        suspicions = List.copyOf(suspicions);
    }

    /** The same under another suspicion: who would get a mail gets it when it is released. */
    public Response suspectedOf(Suspicion suspicion) {
        List<String> all = Stream.concat(suspicions.stream(), Stream.of(suspicion.wireName()))
                .distinct()
                .toList();
        return new Response(handout, reason, all, withheld == null ? heldBackBy(all) : withheld);
    }

    /** Why a mail to the person waits under these suspicions; null when there are none. */
    public static @Nullable Reason heldBackBy(List<String> suspicions) {
        if (suspicions.isEmpty()) {
            return null;
        }
        boolean sentBefore = suspicions.stream().allMatch(Suspicion.FORM_SENT_BEFORE.wireName()::equals);
        return sentBefore ? Reason.FORM_SENT_BEFORE : Reason.SUSPECTED_SPAM;
    }

    /**
     * True when nobody is asked to answer but where it is urgent, as the receipt said. Whose form was sent before was promised
     * an answer like the first: only our mail to them waits.
     */
    public boolean unanswered() {
        return heldBackBy(suspicions) == Reason.SUSPECTED_SPAM;
    }

    /** True when the clinic should look twice, and the mail to the person waits until it is released. */
    public boolean suspected() {
        return !suspicions.isEmpty();
    }
}
