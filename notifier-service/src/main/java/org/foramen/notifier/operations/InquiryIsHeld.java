package org.foramen.notifier.operations;

import org.foramen.notifier.consumer.mark.HoldMark;

/** An inquiry is held for a legal matter, so nobody may erase it. */
public final class InquiryIsHeld extends RuntimeException {

    InquiryIsHeld(String inquiry, HoldMark mark) {
        super("%s is held for a legal matter since %s (%s), so it is not erased. Lift the hold first: lift-hold %s"
                .formatted(inquiry, mark.at(), mark.by(), inquiry));
    }
}
