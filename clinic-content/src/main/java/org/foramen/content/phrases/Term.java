package org.foramen.content.phrases;

import java.util.List;

/** The smallest piece of a phrase. */
sealed interface Term {

    /** This very word: {@code groin}. */
    record Exact(String word) implements Term {}

    /** Any word that begins so: {@code numb*}. */
    record Stem(String beginning) implements Term {}

    /** The word or a misspelling of it, in one piece or several: {@code foraminotomy~}. */
    record Close(String word) implements Term {}

    /** Words side by side as one alternative: {@code live|go_on}. */
    record Together(List<String> words) implements Term {}

    /** Any number in digits: {@code #}. */
    record Number() implements Term {}

    /** A year before this one: {@code #year}. */
    record PastYear() implements Term {}

    /** Any phrase of a named list: {@code {groin}}. */
    record Named(String name) implements Term {}

    /** The beginning of the message: {@code ^}. */
    record Start() implements Term {}

    /** The end of the message: {@code $}. */
    record End() implements Term {}
}
