package org.foramen.content.language.phrase;

import java.time.Year;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.foramen.content.language.text.Words;
import org.jspecify.annotations.Nullable;

/** All words that phrases ask for, ready to be recognised in a text in one pass. */
final class Vocabulary {

    /** Shorter words sound like too many others. */
    private static final int SHORTEST_BY_SOUND = 3;

    private final Map<String, Integer> whole = new HashMap<>();

    private final Map<String, Integer> stems = new HashMap<>();

    private final Map<String, Integer> wholeBySound = new HashMap<>();

    private final Map<String, Integer> stemsBySound = new HashMap<>();

    private final Set<String> ordinary;

    private final Map<Character, CloseSpellings> close = new HashMap<>();

    private final CloseSpellings none = new CloseSpellings(Set.of());

    private final Terms terms;

    /** @param ordinary words that are no misspelling of another */
    Vocabulary(Terms terms, Set<String> ordinary) {
        this.terms = terms;
        this.ordinary = ordinary;
        Stream.of(Term.Sign.values()).forEach(terms::number);
        Set<String> known = new HashSet<>(ordinary);
        terms.all().forEach((term, number) -> {
            if (term instanceof Term.Exact word) {
                whole.put(word.word(), number);
                wholeBySound.putIfAbsent(SoundSpelling.of(word.word()), number);
            } else if (term instanceof Term.Stem stem) {
                stems.put(stem.beginning(), number);
                stemsBySound.putIfAbsent(SoundSpelling.of(stem.beginning()), number);
            } else if (term instanceof Term.Close word) {
                known.add(word.word());
                close.computeIfAbsent(word.word().charAt(0), first -> new CloseSpellings(known))
                        .add(number, word.word());
            }
        });
    }

    void recognise(Words words, Occurrences found) {
        found.add(terms.number(Term.Sign.START), 0, 0);
        found.add(terms.number(Term.Sign.END), words.count(), words.count());
        for (int at = 0; at < words.count(); at++) {
            String word = words.word(at);
            if (!recognise(word, whole, stems, at, found) && !ordinary.contains(word)) {
                String sound = SoundSpelling.of(word);
                if (sound.length() >= SHORTEST_BY_SOUND) {
                    recognise(sound, wholeBySound, stemsBySound, at, found);
                }
            }
            if (word.endsWith("in")) {
                add(whole.get(word + "g"), at, found); // "peein", as it is said and typed
            }
            recogniseNumber(word, at, found);
        }
        recogniseMisspelled(words, found);
    }

    /** Whether any phrase asks for this word. */
    private static boolean recognise(
            String word, Map<String, Integer> whole, Map<String, Integer> stems, int at, Occurrences found) {
        boolean any = add(whole.get(word), at, found);
        for (int length = 1; length <= word.length(); length++) {
            any |= add(stems.get(word.substring(0, length)), at, found);
        }
        return any;
    }

    private void recogniseMisspelled(Words words, Occurrences found) {
        boolean[] whole = new boolean[words.count()];
        for (int at = 0; at < whole.length; at++) {
            whole[at] = spellings(words, at).recognise(words, at, found);
        }
        for (int at = 0; at < whole.length; at++) {
            if (!whole[at]) {
                spellings(words, at).recogniseCut(words, at, whole, found);
            }
        }
    }

    private CloseSpellings spellings(Words words, int at) {
        return close.getOrDefault(words.word(at).charAt(0), none);
    }

    private static boolean add(@Nullable Integer term, int at, Occurrences found) {
        if (term != null) {
            found.add(term, at, at + 1);
        }
        return term != null;
    }

    private void recogniseNumber(String word, int at, Occurrences found) {
        if (word.chars().allMatch(Character::isDigit)) {
            found.add(terms.number(Term.Sign.NUMBER), at, at + 1);
            if (isPastYear(word)) {
                found.add(terms.number(Term.Sign.PAST_YEAR), at, at + 1);
            }
        }
    }

    private static boolean isPastYear(String digits) {
        return digits.length() == 4
                && (digits.startsWith("19") || digits.startsWith("20"))
                && Integer.parseInt(digits) < Year.now().getValue();
    }
}
