package org.foramen.content.language.phrase;

import java.time.Year;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foramen.content.language.text.SoundSpelling;
import org.foramen.content.language.text.Words;
import org.jspecify.annotations.Nullable;

/** All words that phrases ask for, ready to be recognised in a text in one pass. */
final class Vocabulary {

    /** Shorter words sound like too many others. */
    private static final int SHORTEST_BY_SOUND = 3;

    private final Terms bySpelling = new Terms();

    private final Terms bySound = new Terms();

    private final Set<String> ordinary;

    private final CloseSpellings close;

    /** Terms by the letters they ask for. */
    private static final class Terms {

        private final Map<String, Term> words = new HashMap<>();

        private final Map<String, Term> beginnings = new HashMap<>();

        /** Whether any of them is in this word. */
        boolean note(String word, int at, Reading reading) {
            boolean any = Vocabulary.note(words.get(word), at, reading);
            for (int length = 1; length <= word.length(); length++) {
                any |= Vocabulary.note(beginnings.get(word.substring(0, length)), at, reading);
            }
            return any;
        }
    }

    /** @param ordinary words that are no misspelling of another */
    Vocabulary(Set<Term> terms, List<String> ordinary) {
        this.ordinary = Set.copyOf(ordinary);
        Set<String> known = new HashSet<>(ordinary);
        this.close = new CloseSpellings(known);
        for (Term term : terms) {
            if (term instanceof Term.Exact exact) {
                bySpelling.words.put(exact.word(), exact);
                bySound.words.putIfAbsent(SoundSpelling.of(exact.word()), exact);
            } else if (term instanceof Term.Stem stem) {
                bySpelling.beginnings.put(stem.beginning(), stem);
                bySound.beginnings.putIfAbsent(SoundSpelling.of(stem.beginning()), stem);
            } else if (term instanceof Term.Close word) {
                known.add(word.word());
                close.add(word);
            }
        }
    }

    void recognise(Reading reading) {
        Words words = reading.words();
        reading.add(Term.Sign.START, 0, 0);
        reading.add(Term.Sign.END, words.count(), words.count());
        for (int at = 0; at < words.count(); at++) {
            String word = words.word(at);
            if (!bySpelling.note(word, at, reading) && !ordinary.contains(word)) {
                String sound = SoundSpelling.of(word);
                if (sound.length() >= SHORTEST_BY_SOUND) {
                    bySound.note(sound, at, reading);
                }
            }
            if (word.endsWith("in")) {
                note(bySpelling.words.get(word + "g"), at, reading); // "peein", as it is said and typed
            }
            recogniseNumber(word, at, reading);
        }
        close.recognise(reading);
    }

    private static boolean note(@Nullable Term term, int at, Reading reading) {
        if (term != null) {
            reading.add(term, at, at + 1);
        }
        return term != null;
    }

    private static void recogniseNumber(String word, int at, Reading reading) {
        if (word.chars().allMatch(Character::isDigit)) {
            reading.add(Term.Sign.NUMBER, at, at + 1);
            if (word.matches("(19|20)..") && Integer.parseInt(word) < Year.now().getValue()) {
                reading.add(Term.Sign.PAST_YEAR, at, at + 1);
            }
        }
    }
}
