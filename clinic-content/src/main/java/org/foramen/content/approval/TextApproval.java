package org.foramen.content.approval;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A text of the content folder and what became of it.
 *
 * @param file its place in the folder, such as {@code general/en.md}
 */
public record TextApproval(String file, Approval approval) {

    /** The last day on which somebody's word for it counts. */
    public LocalDate reviewBy() {
        return Objects.requireNonNull(approval.signature(), file).reviewBy();
    }
}
