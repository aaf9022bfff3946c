package org.foramen.content.phrases;

import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All words that phrases ask for, ready to be recognised in a message in one pass. */
final class Vocabulary {

    private final LetterTree spellings;

    /** By first letter. */
    private final @Nullable CloseSpellings[] close;

    private final int number;

    private final int pastYear;

    private final int start;

    private final int end;

    Vocabulary(Terms terms) {
        this.number = terms.number(new Term.Number());
        this.pastYear = terms.number(new Term.PastYear());
        this.start = terms.number(new Term.Start());
        this.end = terms.number(new Term.End());
        Map<String, Integer> whole = new HashMap<>();
        Map<String, Integer> stems = new HashMap<>();
        Map<String, Integer> misspelled = new HashMap<>();
        terms.all().forEach((term, number) -> {
            if (term instanceof Term.Exact word) {
                whole.put(word.word(), number);
            } else if (term instanceof Term.Together words) {
                whole.put(String.join(" ", words.words()), number);
            } else if (term instanceof Term.Stem stem) {
                stems.put(stem.beginning(), number);
            } else if (term instanceof Term.Close word) {
                misspelled.put(word.word(), number);
            }
        });
        this.spellings = new LetterTree(whole, stems);
        this.close = byFirstLetter(misspelled);
    }

    private static @Nullable CloseSpellings[] byFirstLetter(Map<String, Integer> words) {
        TreeMap<Character, List<CloseSpelling>> byLetter = new TreeMap<>();
        words.forEach((word, term) -> byLetter.computeIfAbsent(word.charAt(0), letter -> new ArrayList<>())
                .add(new CloseSpelling(term, word)));
        @Nullable CloseSpellings[] close = new CloseSpellings[words.isEmpty() ? 0 : byLetter.lastKey() + 1];
        byLetter.forEach((letter, spellings) -> close[letter] = new CloseSpellings(spellings));
        return close;
    }

    void recognise(Words words, Findings found) {
        found.add(start, 0, 0);
        found.add(end, words.count(), words.count());
        for (int at = 0; at < words.count(); at++) {
            spellings.recognise(words, at, found);
            recogniseNumber(words, at, found);
            recogniseMisspelled(words, at, found);
        }
    }

    private void recogniseNumber(Words words, int at, Findings found) {
        for (int letter = words.begin(at); letter < words.end(at); letter++) {
            if (!Character.isDigit(words.letter(letter))) {
                return;
            }
        }
        found.add(number, at, at + 1);
        if (isPastYear(words.word(at))) {
            found.add(pastYear, at, at + 1);
        }
    }

    private static boolean isPastYear(String digits) {
        return digits.length() == 4
                && (digits.startsWith("19") || digits.startsWith("20"))
                && Integer.parseInt(digits) < Year.now().getValue();
    }

    private void recogniseMisspelled(Words words, int at, Findings found) {
        char first = words.letter(words.begin(at));
        CloseSpellings spellings = first < close.length ? close[first] : null;
        if (spellings != null) {
            spellings.recognise(words, at, found);
        }
    }
}
