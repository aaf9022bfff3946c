package org.foramen.content.profile;

import org.foramen.content.file.InvalidEntry;

/**
 * How the mail to the clinic is protected, as {@code clinic.yml} has it.
 *
 * @param certificates the PEM file in the content folder that holds the clinic's certificates; empty in full mode
 */
public record ClinicMailProtection(ClinicMailMode mode, String certificates) {

    public ClinicMailProtection {
        if (mode == ClinicMailMode.SMIME && certificates.isBlank()) {
            throw new InvalidEntry("clinicMail", "needs the name of a PEM file after 'certificates' in smime mode");
        }
    }
}
