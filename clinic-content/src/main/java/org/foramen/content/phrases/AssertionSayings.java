package org.foramen.content.phrases;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All words about doubt: {@code words} that other lists use, the doubts, the {@code stops} that end their reach, the {@code denialStops} that end only a
 * denial's, the {@code openers} that begin a new thought after a comma, the {@code current} words that say "it is so now",
 * the {@code answers} that deny the question before them, and the {@code replies} that deny any sentence before them.
 */
public record AssertionSayings(
        @Nullable Map<String, Sayings> words,
        @Nullable Map<Doubt, DoubtSayings> doubts,
        @Nullable Sayings stops,
        @Nullable Sayings denialStops,
        @Nullable Sayings openers,
        @Nullable Sayings current,
        @Nullable Sayings answers,
        @Nullable Sayings replies) {

    /** Adds these words to the lists that {@link Assertions} looks for. */
    public void addTo(Map<String, Sayings> lists) {
        named().forEach((name, sayings) -> lists.merge(name, sayings, Sayings::and));
    }

    private Map<String, Sayings> named() {
        Map<String, Sayings> named = new HashMap<>((words != null) ? words : Map.of());
        named.put(Assertions.STOPS, DoubtSayings.orNone(stops));
        named.put(Assertions.DENIAL_STOPS, DoubtSayings.orNone(denialStops));
        named.put(Assertions.OPENERS, DoubtSayings.orNone(openers));
        named.put(Assertions.CURRENT, DoubtSayings.orNone(current));
        named.put(Assertions.ANSWERS, DoubtSayings.orNone(answers));
        named.put(Assertions.REPLIES, DoubtSayings.orNone(replies));
        Map<Doubt, DoubtSayings> given = (doubts != null) ? doubts : Map.of();
        for (Doubt doubt : Doubt.values()) {
            given.getOrDefault(doubt, new DoubtSayings(null, null, null, null, null))
                    .byPlace()
                    .forEach((place, sayings) -> named.put(place.listOf(doubt), sayings));
        }
        return named;
    }
}
