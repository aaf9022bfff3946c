package org.foramen.notifier.matching;

import org.foramen.contract.Region;

/** What answers an inquiry; each reason is one sentence for the clinic's staff and quotes nothing. */
public sealed interface Match {

    String reason();

    /** The education summary of one procedure. */
    record Summary(String procedureId, Region region, String reason) implements Match {}

    /** The general leaflet: a patient, but no one procedure. */
    record GeneralLeaflet(Region region, String reason) implements Match {}

    /** No handout: mail that is not from a patient. */
    record NotAPatient(String reason) implements Match {}
}
