package org.foramen.notifier.matching;

import org.foramen.content.EducationLibrary;
import org.foramen.contract.InquiryReceived;

/** Finds the handout that answers an inquiry. */
public final class ProcedureMatcher {

    private final EducationLibrary library;

    public ProcedureMatcher(EducationLibrary library) {
        this.library = library;
    }

    public Match match(InquiryReceived inquiry) {
        String chosen = inquiry.procedure();
        return chosen != null && library.has(chosen)
                ? new Match.Summary(chosen, inquiry.region(), "The person chose it on the form.")
                : new Match.GeneralLeaflet(inquiry.region(), "No procedure was chosen on the form.");
    }
}
