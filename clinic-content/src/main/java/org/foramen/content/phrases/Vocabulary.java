package org.foramen.content.phrases;

import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All words that phrases ask for, ready to be recognised in a message in one pass. */
final class Vocabulary {

    private final Map<String, Integer> exact = new HashMap<>();

    private final Map<String, List<Stem>> stems = new HashMap<>();

    private final int shortestStem;

    private final Map<String, List<Row>> together = new HashMap<>();

    private final Map<Character, CloseSpellings> close = new HashMap<>();

    private final int number;

    private final int pastYear;

    private final int start;

    private final int end;

    Vocabulary(Terms terms) {
        this.number = terms.number(new Term.Number());
        this.pastYear = terms.number(new Term.PastYear());
        this.start = terms.number(new Term.Start());
        this.end = terms.number(new Term.End());
        this.shortestStem = terms.all().keySet().stream()
                .filter(Term.Stem.class::isInstance)
                .mapToInt(stem -> ((Term.Stem) stem).beginning().length())
                .min()
                .orElse(0);
        terms.all().forEach(this::learn);
    }

    private void learn(Term term, int number) {
        if (term instanceof Term.Exact word) {
            exact.put(word.word(), number);
        } else if (term instanceof Term.Stem stem) {
            stems.computeIfAbsent(stem.beginning().substring(0, shortestStem), first -> new ArrayList<>())
                    .add(new Stem(number, stem.beginning()));
        } else if (term instanceof Term.Together words) {
            together.computeIfAbsent(words.words().get(0), first -> new ArrayList<>())
                    .add(new Row(number, words.words()));
        } else if (term instanceof Term.Close word) {
            close.computeIfAbsent(word.word().charAt(0), first -> new CloseSpellings())
                    .learn(new CloseSpelling(number, word.word()));
        }
    }

    void recognise(List<Word> words, Findings found) {
        found.add(start, 0, 0);
        found.add(end, words.size(), words.size());
        for (int at = 0; at < words.size(); at++) {
            recognise(words.get(at).term(), at, found);
            recogniseTogether(words, at, found);
            recogniseMisspelled(words, at, found);
        }
    }

    private void recognise(String word, int at, Findings found) {
        Integer same = exact.get(word);
        if (same != null) {
            found.add(same, at, at + 1);
        }
        if (word.length() >= shortestStem) {
            for (Stem stem : stems.getOrDefault(word.substring(0, shortestStem), List.of())) {
                if (word.startsWith(stem.beginning())) {
                    found.add(stem.term(), at, at + 1);
                }
            }
        }
        if (Character.isDigit(word.charAt(0)) && word.chars().allMatch(Character::isDigit)) {
            found.add(number, at, at + 1);
            if (isPastYear(word)) {
                found.add(pastYear, at, at + 1);
            }
        }
    }

    private static boolean isPastYear(String digits) {
        return digits.length() == 4
                && (digits.startsWith("19") || digits.startsWith("20"))
                && Integer.parseInt(digits) < Year.now().getValue();
    }

    private void recogniseTogether(List<Word> words, int at, Findings found) {
        for (Row together : together.getOrDefault(words.get(at).term(), List.of())) {
            int to = at + together.words().size();
            if (to <= words.size()
                    && words.subList(at, to).stream().map(Word::term).toList().equals(together.words())) {
                found.add(together.term(), at, to);
            }
        }
    }

    private void recogniseMisspelled(List<Word> words, int at, Findings found) {
        CloseSpellings candidates = close.get(words.get(at).term().charAt(0));
        if (candidates != null) {
            candidates.recognise(words, at, found);
        }
    }

    /** How words may begin. */
    private record Stem(int term, String beginning) {}

    /** Words side by side. */
    private record Row(int term, List<String> words) {}
}
