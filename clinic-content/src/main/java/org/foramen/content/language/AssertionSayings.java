package org.foramen.content.language;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All words about doubt: {@code words} that other lists use, the doubts by the {@link Place} from which words cast them, the
 * {@code stops} that end their reach, the {@code denialStops} that end only a denial's, the {@code openers} that begin a new
 * thought after a comma, the {@code joiners} over which no time reaches that stands right before them, the {@code current} words that say "it is so now", the {@code answers} that deny the question before
 * them, the {@code replies} that deny any sentence before them,
 * and {@code ordinary} words that are no misspelling of another.
 */
public record AssertionSayings(
        @Nullable Map<String, Sayings> words,
        @Nullable Map<Doubt, Map<Place, Sayings>> doubts,
        @Nullable Sayings stops,
        @Nullable Sayings denialStops,
        @Nullable Sayings openers,
        @Nullable Sayings joiners,
        @Nullable Sayings current,
        @Nullable Sayings answers,
        @Nullable Sayings replies,
        @Nullable Sayings ordinary) {

    /** Adds these words to the lists that {@link Assertions} looks for. */
    public void addTo(Map<String, Sayings> lists) {
        Map<String, Sayings> named = new HashMap<>((words != null) ? words : Map.of());
        named.put(Assertions.STOPS, orNone(stops));
        named.put(Assertions.DENIAL_STOPS, orNone(denialStops));
        named.put(Assertions.OPENERS, orNone(openers));
        named.put(Assertions.JOINERS, orNone(joiners));
        named.put(Assertions.CURRENT, orNone(current));
        named.put(Assertions.ANSWERS, orNone(answers));
        named.put(Assertions.REPLIES, orNone(replies));
        named.put(Phrasebook.ORDINARY, orNone(ordinary));
        Map<Doubt, Map<Place, Sayings>> given = (doubts != null) ? doubts : Map.of();
        for (Doubt doubt : Doubt.values()) {
            Map<Place, Sayings> casting = given.getOrDefault(doubt, Map.of());
            for (Place place : Place.values()) {
                named.put(place.listOf(doubt), casting.getOrDefault(place, Sayings.none()));
            }
        }
        named.forEach((name, sayings) -> lists.merge(name, sayings, Sayings::and));
    }

    private static Sayings orNone(@Nullable Sayings sayings) {
        return (sayings != null) ? sayings : Sayings.none();
    }
}
