package org.foramen.content.approval;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import java.time.LocalDate;
import org.foramen.content.file.InvalidEntry;
import org.jspecify.annotations.Nullable;

/**
 * Whether a clinician has approved a text: {@code pending}, or a signature.
 *
 * @param signature null while pending
 */
public record Approval(@Nullable SignOff signature) {

    /** The entry as it stands in a file while nobody has signed. */
    public static final String PENDING = "pending";

    /** How long before its end an approval is spoken of. */
    public static final int NOTICE_DAYS = 30;

    @JsonCreator(mode = Mode.DELEGATING)
    static Approval pending(String word) {
        if (!word.equals(PENDING)) {
            throw new InvalidEntry("approval", "must be 'pending', or say by, on, reviewBy and sha256");
        }
        return new Approval(null);
    }

    @JsonCreator(mode = Mode.DELEGATING)
    static Approval signed(SignOff signature) {
        return new Approval(signature);
    }

    /** True when somebody has signed and the day to look at the text again has not passed. */
    public boolean holdsOn(LocalDate day) {
        return signature != null && !day.isAfter(signature.reviewBy());
    }

    /** True when somebody has signed, and the text must be read again within {@link #NOTICE_DAYS} or should have been. */
    public boolean endsSoonOn(LocalDate day) {
        return signature != null && !signature.reviewBy().isAfter(day.plusDays(NOTICE_DAYS));
    }

    /** For people: {@code pending}, or who, when and until when. */
    @Override
    public String toString() {
        return signature == null
                ? PENDING
                : "%s, %s, to be reviewed by %s".formatted(signature.by(), signature.on(), signature.reviewBy());
    }
}
