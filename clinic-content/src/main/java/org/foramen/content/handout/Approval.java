package org.foramen.content.handout;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.foramen.content.file.InvalidEntry;

/**
 * Whether a clinician has signed a handout off.
 *
 * @param by who; empty while pending
 * @param on when, such as {@code 2026-11-22}; empty while pending
 */
public record Approval(Status status, String by, String on) {

    public Approval {
        if (status == Status.APPROVED && (by.isBlank() || on.isBlank())) {
            throw new InvalidEntry("status", "is approved, so the handout must say by whom and on which day");
        }
    }

    /** How far the approval is. */
    public enum Status {
        @JsonProperty("pending")
        PENDING,
        @JsonProperty("approved")
        APPROVED
    }
}
