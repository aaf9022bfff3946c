package org.foramen.content.phrases;

import java.util.EnumMap;
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

    Map<Place, Sayings> byPlace() {
        Map<Place, Sayings> places = new EnumMap<>(Place.class);
        places.put(Place.BEFORE, orNone(before));
        places.put(Place.AFTER, orNone(after));
        places.put(Place.AROUND, orNone(around));
        places.put(Place.LATER, orNone(later));
        places.put(Place.OVER, orNone(over));
        return places;
    }

    static Sayings orNone(@Nullable Sayings sayings) {
        return (sayings != null) ? sayings : Sayings.none();
    }
}
