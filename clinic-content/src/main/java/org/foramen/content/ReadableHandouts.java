package org.foramen.content;

import java.util.Optional;
import org.foramen.content.approval.Approvals;
import org.foramen.content.handout.EducationLibrary;
import org.foramen.content.handout.EducationSummary;
import org.jspecify.annotations.Nullable;

/** The handouts that patients may read, on a page, on paper and in a mail: where approval is required, only approved ones. */
public final class ReadableHandouts {

    private final EducationLibrary library;
    private final Approvals approvals;
    private final boolean approvalRequired;

    public ReadableHandouts(ClinicContent content, boolean approvalRequired) {
        this.library = content.library();
        this.approvals = content.approvals();
        this.approvalRequired = approvalRequired;
    }

    /** Where approval is required, true until the day has passed on which the text must be read again. */
    public boolean has(EducationSummary handout) {
        return !approvalRequired || approvals.holds(handout.approval());
    }

    /** The handout of a procedure, else the leaflet for everyone; empty when neither may be read. */
    public Optional<EducationSummary> find(@Nullable String procedure, String language) {
        return Optional.ofNullable(procedure)
                .flatMap(id -> library.find(id, language))
                .filter(this::has)
                .or(() -> Optional.of(library.general(language)).filter(this::has));
    }
}
