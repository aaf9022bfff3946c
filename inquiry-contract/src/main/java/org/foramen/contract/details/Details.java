package org.foramen.contract.details;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person may tell beside the question; each part is null or empty when it was not told. Its {@code toString} shows
 * nothing.
 *
 * @param forWhom whether it is about the writer or about somebody they care for
 * @param patient whether that person is the clinic's patient already
 */
public record Details(
        @Nullable HowLong howLong,
        @Nullable Imaging imaging,
        List<Treatment> treatments,
        @Nullable BestTime bestTime,
        @Nullable ForWhom forWhom,
        @Nullable KnownPatient patient) {

    public Details {
        treatments = treatments == null
                ? List.of()
                : treatments.stream().filter(Objects::nonNull).toList(); // null: a newer version's
    }

    @Override
    public String toString() {
        return "Details[not shown]";
    }
}
