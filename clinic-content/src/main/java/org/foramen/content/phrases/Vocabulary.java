package org.foramen.content.phrases;

import java.time.Year;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All words that phrases ask for, ready to be recognised in a message in one pass. */
final class Vocabulary {

    private static final int MOST_PIECES = 4;

    private static final int SPELLED_OUT = 6;

    private final Map<String, Term> exact = new HashMap<>();

    private final Map<String, Term> stems = new HashMap<>();

    private final Map<String, List<Term.Together>> together = new HashMap<>();

    private final Map<Character, List<CloseSpelling>> close = new HashMap<>();

    Vocabulary(Collection<Term> terms) {
        for (Term term : terms) {
            if (term instanceof Term.Exact word) {
                exact.put(word.word(), word);
            } else if (term instanceof Term.Stem stem) {
                stems.put(stem.beginning(), stem);
            } else if (term instanceof Term.Together words) {
                together.computeIfAbsent(words.words().get(0), first -> new ArrayList<>())
                        .add(words);
            } else if (term instanceof Term.Close word) {
                close.computeIfAbsent(word.word().charAt(0), first -> new ArrayList<>())
                        .add(new CloseSpelling(word));
            }
        }
    }

    Map<Term, List<Span>> recognise(List<Word> words) {
        Map<Term, List<Span>> found = new HashMap<>();
        add(found, new Term.Start(), 0, 0);
        add(found, new Term.End(), words.size(), words.size());
        for (int at = 0; at < words.size(); at++) {
            recognise(words.get(at).term(), at, found);
            recogniseTogether(words, at, found);
            recogniseMisspelled(words, at, found);
        }
        return found;
    }

    private void recognise(String word, int at, Map<Term, List<Span>> found) {
        Term same = exact.get(word);
        if (same != null) {
            add(found, same, at, at + 1);
        }
        for (int letters = 1; letters <= word.length(); letters++) {
            Term stem = stems.get(word.substring(0, letters));
            if (stem != null) {
                add(found, stem, at, at + 1);
            }
        }
        if (Character.isDigit(word.charAt(0)) && word.chars().allMatch(Character::isDigit)) {
            add(found, new Term.Number(), at, at + 1);
            if (isPastYear(word)) {
                add(found, new Term.PastYear(), at, at + 1);
            }
        }
    }

    private static boolean isPastYear(String digits) {
        return digits.length() == 4
                && (digits.startsWith("19") || digits.startsWith("20"))
                && Integer.parseInt(digits) < Year.now().getValue();
    }

    private void recogniseTogether(List<Word> words, int at, Map<Term, List<Span>> found) {
        for (Term.Together together : together.getOrDefault(words.get(at).term(), List.of())) {
            int to = at + together.words().size();
            if (to <= words.size()
                    && words.subList(at, to).stream().map(Word::term).toList().equals(together.words())) {
                add(found, together, at, to);
            }
        }
    }

    private void recogniseMisspelled(List<Word> words, int at, Map<Term, List<Span>> found) {
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

    private static boolean compare(
            List<CloseSpelling> candidates, String word, Span span, Map<Term, List<Span>> found) {
        boolean any = false;
        for (CloseSpelling spelling : candidates) {
            if ((span.length() == 1 || spelling.mayBeCut()) && spelling.matches(word)) {
                add(found, spelling.term(), span.from(), span.to());
                any = true;
            }
        }
        return any;
    }

    private static void add(Map<Term, List<Span>> found, Term term, int from, int to) {
        found.computeIfAbsent(term, key -> new ArrayList<>(2)).add(new Span(from, to));
    }
}
