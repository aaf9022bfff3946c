package org.foramen.content.language.phrase;

/** The smallest piece of a phrase. */
sealed interface Term {

    /** This very word: {@code groin}. */
    record Exact(String word) implements Term {}

    /** Any word that begins so: {@code numb*}. */
    record Stem(String beginning) implements Term {}

    /** The word or a misspelling of it, in one piece or several: {@code foraminotomy~}. */
    record Close(String word) implements Term {}

    /** A phrase in the place of a word: {@code live|(go on)}. */
    record Group(String phrase) implements Term {}

    /** Any phrase of a named list: {@code {groin}}. */
    record Named(String name) implements Term {}

    /** What needs no word: a number, a year before this one, the beginning of the message and its end. */
    enum Sign implements Term {
        NUMBER,
        PAST_YEAR,
        START,
        END
    }

    /** Whether it stands for phrases. */
    default boolean isList() {
        return this instanceof Named || this instanceof Group;
    }
}
