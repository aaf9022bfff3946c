package org.foramen.content.phrases;

import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All words that phrases ask for, ready to be recognised in a message in one pass. */
final class Vocabulary {

    private static final int MOST_PIECES = 4;

    private static final int SPELLED_OUT = 6;

    private final Map<String, Slot> exact = new HashMap<>();

    private final Map<String, List<Stem>> stems = new HashMap<>();

    private final int shortestStem;

    private final Map<String, List<Row>> together = new HashMap<>();

    private final Map<Character, List<CloseSpelling>> close = new HashMap<>();

    private final Slot number;

    private final Slot pastYear;

    private final Slot start;

    private final Slot end;

    private final int slots;

    private final Beginnings beginnings;

    Vocabulary(Slots slots, Beginnings beginnings) {
        this.number = slots.of(new Term.Number());
        this.pastYear = slots.of(new Term.PastYear());
        this.start = slots.of(new Term.Start());
        this.end = slots.of(new Term.End());
        this.slots = slots.all().size();
        this.beginnings = beginnings;
        this.shortestStem = slots.all().stream()
                .filter(slot -> slot.term() instanceof Term.Stem)
                .mapToInt(slot -> ((Term.Stem) slot.term()).beginning().length())
                .min()
                .orElse(0);
        slots.all().forEach(this::learn);
    }

    private void learn(Slot slot) {
        if (slot.term() instanceof Term.Exact word) {
            exact.put(word.word(), slot);
        } else if (slot.term() instanceof Term.Stem stem) {
            stems.computeIfAbsent(stem.beginning().substring(0, shortestStem), first -> new ArrayList<>())
                    .add(new Stem(slot, stem.beginning()));
        } else if (slot.term() instanceof Term.Together words) {
            together.computeIfAbsent(words.words().get(0), first -> new ArrayList<>())
                    .add(new Row(slot, words.words()));
        } else if (slot.term() instanceof Term.Close word) {
            close.computeIfAbsent(word.word().charAt(0), first -> new ArrayList<>())
                    .add(new CloseSpelling(slot, word.word()));
        }
    }

    Findings recognise(List<Word> words) {
        Findings found = new Findings(slots, beginnings);
        found.add(start, 0, 0);
        found.add(end, words.size(), words.size());
        for (int at = 0; at < words.size(); at++) {
            recognise(words.get(at).term(), at, found);
            recogniseTogether(words, at, found);
            recogniseMisspelled(words, at, found);
        }
        return found;
    }

    private void recognise(String word, int at, Findings found) {
        Slot same = exact.get(word);
        if (same != null) {
            found.add(same, at, at + 1);
        }
        if (word.length() >= shortestStem) {
            for (Stem stem : stems.getOrDefault(word.substring(0, shortestStem), List.of())) {
                if (word.startsWith(stem.beginning())) {
                    found.add(stem.slot(), at, at + 1);
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
                found.add(together.slot(), at, to);
            }
        }
    }

    private void recogniseMisspelled(List<Word> words, int at, Findings found) {
        List<CloseSpelling> candidates = close.get(words.get(at).term().charAt(0));
        if (candidates == null) {
            return;
        }
        StringBuilder joined = new StringBuilder();
        boolean letterByLetter = true;
        for (int to = at; to < words.size(); to++) {
            if (to > at && words.get(to).before() != Boundary.NONE) {
                break;
            }
            joined.append(words.get(to).term());
            letterByLetter &= words.get(to).term().length() == 1;
            if (to - at >= MOST_PIECES && !letterByLetter) {
                break;
            }
            if (to - at < MOST_PIECES || joined.length() >= SPELLED_OUT) {
                if (compare(candidates, joined.toString(), new Span(at, to + 1), found)) {
                    break;
                }
            }
        }
    }

    private static boolean compare(List<CloseSpelling> candidates, String word, Span span, Findings found) {
        boolean any = false;
        int letters = CloseSpelling.letters(word);
        for (CloseSpelling spelling : candidates) {
            if ((span.length() == 1 || spelling.mayBeCut()) && spelling.matches(word, letters)) {
                found.add(spelling.slot(), span.from(), span.to());
                any = true;
            }
        }
        return any;
    }

    /** How words may begin. */
    private record Stem(Slot slot, String beginning) {}

    /** Words side by side. */
    private record Row(Slot slot, List<String> words) {}
}
