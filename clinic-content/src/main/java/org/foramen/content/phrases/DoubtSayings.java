package org.foramen.content.phrases;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words that cast one doubt: {@code before} or {@code after} what they doubt, or {@code around} it on either side, up to
 * a stop word; {@code later} in the same sentence in spite of stop words; or {@code over} it, as part of a longer phrase.
 */
public record DoubtSayings(
        @Nullable Sayings before,
        @Nullable Sayings after,
        @Nullable Sayings around,
        @Nullable Sayings later,
        @Nullable Sayings over) {

    Map<String, Sayings> byPlace() {
        Map<String, Sayings> places = new HashMap<>();
        places.put("before", orNone(before));
        places.put("after", orNone(after));
        places.put("around", orNone(around));
        places.put("later", orNone(later));
        places.put("over", orNone(over));
        return places;
    }

    static Sayings orNone(@Nullable Sayings sayings) {
        return (sayings != null) ? sayings : Sayings.none();
    }
}
