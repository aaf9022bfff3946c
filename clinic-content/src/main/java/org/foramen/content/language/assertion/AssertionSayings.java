package org.foramen.content.language.assertion;

import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.foramen.content.language.phrase.Phrasebook;
import org.foramen.content.language.phrase.Sayings;

/**
 * All words about doubt: {@code words} that other lists use, the doubts by the {@link Place} from which words cast them, the
 * {@code limits} of their reach by name, and {@code ordinary} words that are no misspelling of another.
 */
public record AssertionSayings(
        Map<String, Sayings> words,
        Map<Doubt, Map<Place, Sayings>> doubts,
        Map<Limit, Sayings> limits,
        Sayings ordinary) {

    public AssertionSayings {
        words = Objects.requireNonNullElse(words, Map.of());
        doubts = Objects.requireNonNullElse(doubts, Map.of());
        limits = Objects.requireNonNullElse(limits, Map.of());
        ordinary = Objects.requireNonNullElse(ordinary, Sayings.none());
    }

    /** Adds these words to the lists that {@link Assertions} looks for. */
    public void addTo(Map<String, Sayings> lists) {
        BiConsumer<String, Sayings> add = (name, sayings) -> lists.merge(name, sayings, Sayings::and);
        words.forEach(add);
        limits.forEach((limit, sayings) -> add.accept(limit.list(), sayings));
        doubts.forEach(
                (doubt, casting) -> casting.forEach((place, sayings) -> add.accept(place.listOf(doubt), sayings)));
        add.accept(Phrasebook.ORDINARY, ordinary);
    }
}
