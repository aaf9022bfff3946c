package org.foramen.contract.details;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person who thinks about a procedure tells beside the question; each part is null or empty when it was not told.
 * Its {@code toString} shows nothing.
 */
public record Details(
        @Nullable HowLong howLong, @Nullable Imaging imaging, List<Treatment> treatments, @Nullable BestTime bestTime) {

    public Details {
        treatments = treatments == null ? List.of() : List.copyOf(treatments);
    }

    @Override
    public String toString() {
        return "Details[not shown]";
    }
}
