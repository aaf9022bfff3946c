package org.foramen.content.approval;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.foramen.content.file.InvalidEntry;

/**
 * A clinician's word for a text.
 *
 * @param by who
 * @param on when
 * @param reviewBy the last day on which it counts
 * @param sha256 of the text that was read, see {@link SignedText}
 */
public record SignOff(String by, LocalDate on, @JsonProperty("reviewBy") LocalDate reviewBy, String sha256) {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public SignOff {
        if (by.isBlank()) {
            throw new InvalidEntry("by", "must say who approved it");
        }
        if (!reviewBy.isAfter(on)) {
            throw new InvalidEntry("reviewBy", "must be a day after the approval");
        }
        if (!SHA_256.matcher(sha256).matches()) {
            throw new InvalidEntry("sha256", "must be 64 hexadecimal digits; the command approve writes them");
        }
    }
}
