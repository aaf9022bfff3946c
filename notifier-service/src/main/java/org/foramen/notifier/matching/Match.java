package org.foramen.notifier.matching;

import org.foramen.contract.Region;

/** The library's answer to an inquiry, and why. */
public sealed interface Match {

    /** One sentence for the clinic's staff. */
    String reason();

    /** This procedure's handout answers it. */
    record Summary(String procedure, Region region, String reason) implements Match {}

    /** A patient, but no one procedure. */
    record GeneralLeaflet(Region region, String reason) implements Match {}

    /** Not a patient: nothing is attached. */
    record NotAPatient(String reason) implements Match {}
}
