package org.foramen.content.language;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All words about doubt: {@code words} that other lists use, the doubts by the {@link Place} from which words cast them, the
 * {@code limits} of their reach by name, and {@code ordinary} words that are no misspelling of another.
 */
public record AssertionSayings(
        @Nullable Map<String, Sayings> words,
        @Nullable Map<Doubt, Map<Place, Sayings>> doubts,
        @Nullable Map<String, Sayings> limits,
        @Nullable Sayings ordinary) {

    public AssertionSayings {
        if (limits != null && !Assertions.LIMITS.containsAll(limits.keySet())) {
            throw new IllegalArgumentException("doubts have only the limits " + Assertions.LIMITS);
        }
    }

    /** Adds these words to the lists that {@link Assertions} looks for. */
    public void addTo(Map<String, Sayings> lists) {
        Map<String, Sayings> named = new HashMap<>(Objects.requireNonNullElse(words, Map.of()));
        Assertions.LIMITS.forEach(limit -> named.put(limit, Sayings.none()));
        named.putAll(Objects.requireNonNullElse(limits, Map.of()));
        named.put(Phrasebook.ORDINARY, Objects.requireNonNullElse(ordinary, Sayings.none()));
        Map<Doubt, Map<Place, Sayings>> given = Objects.requireNonNullElse(doubts, Map.of());
        for (Doubt doubt : Doubt.values()) {
            Map<Place, Sayings> casting = given.getOrDefault(doubt, Map.of());
            for (Place place : Place.values()) {
                named.put(place.listOf(doubt), casting.getOrDefault(place, Sayings.none()));
            }
        }
        named.forEach((name, sayings) -> lists.merge(name, sayings, Sayings::and));
    }
}
