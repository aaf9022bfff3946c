package org.foramen.content.profile;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the mail to the clinic holds and how it is protected. */
public enum ClinicMailMode {
    /** All that the person told; TLS protects it on its way. */
    @JsonProperty("full")
    FULL,
    /** The same, encrypted to the clinic's certificates as well, so that only the clinic's own computers can read it. */
    @JsonProperty("smime")
    SMIME
}
