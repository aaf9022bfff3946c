package org.foramen.content.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foramen.content.language.phrase.Lexicon;

/** Named lists of phrases, compiled once; reads messages from any thread. */
public final class Phrasebook {

    /** The list of words that are no misspelling of another. */
    static final String ORDINARY = "ordinary";

    private static final int LONGEST = 20_000;

    private final Lexicon lexicon;

    /**
     * Compiles the lists; a phrase may use any list as {@code {name}}.
     * @throws RuntimeException naming a phrase that is not understood
     */
    public Phrasebook(Map<String, Sayings> sayings) {
        Map<String, List<String>> phrases = new HashMap<>();
        Map<String, List<String>> except = new HashMap<>();
        sayings.forEach((name, said) -> {
            phrases.put(name, said.all());
            except.put(name, said.except());
        });
        this.lexicon = new Lexicon(phrases, except, Set.copyOf(phrases.getOrDefault(ORDINARY, List.of())));
    }

    /** Reads a message, at most its first 20,000 characters. */
    public Reading read(String message) {
        String text = message.length() > LONGEST ? message.substring(0, LONGEST) : message;
        return new Reading(lexicon, lexicon.read(text));
    }
}
