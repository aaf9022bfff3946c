package org.foramen.content.language.phrase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.foramen.content.language.text.Span;
import org.foramen.content.language.text.Words;

/**
 * One message as the phrasebook reads it: words are noted in one pass, lists and groups are looked for when they are asked
 * for. For one thread, and its text never shows in {@code toString}.
 */
public final class Reading {

    private final Words words;

    /** What lists and groups stand for. */
    private final Map<Term, PhraseList> lists;

    /** The phrases of lists by sign. */
    private final Map<Term, Map<List<Phrase>, List<Phrase>>> index;

    /** Of lists of phrases: those of which a sign stands here. */
    private final Map<List<Phrase>, List<Phrase>> likely = new IdentityHashMap<>();

    /** Where each term stands that was noted or looked for. */
    private final Map<Term, List<Span>> found = new HashMap<>();

    Reading(Words words, Map<Term, PhraseList> lists, Map<Term, Map<List<Phrase>, List<Phrase>>> index) {
        this.words = words;
        this.lists = lists;
        this.index = index;
    }

    public Words words() {
        return words;
    }

    /** Whether the message has no words at all. */
    public boolean isEmpty() {
        return words.count() == 0;
    }

    /** The visitor's own words of this span; personal, so never for a log. */
    public String quote(Span span) {
        return words.quote(span);
    }

    /** Where a phrase of this list stands, in the order of the message. */
    public List<Span> find(String list) {
        return of(new Term.Named(list));
    }

    /** Where a phrase of this list begins in a sentence. */
    public List<Span> findIn(int sentence, String list) {
        return Span.beginningIn(find(list), words.opening(sentence), words.opening(sentence + 1));
    }

    /** What is found of this list, and by which phrases. */
    public List<Found> phrases(String list) {
        PhraseList phrases = lists.get(new Term.Named(list));
        return phrases != null ? phrases.found(this) : List.of();
    }

    /** Notes a word. */
    void add(Term term, int from, int to) {
        found.computeIfAbsent(term, first -> {
                    index.getOrDefault(term, Map.of())
                            .forEach((list, phrases) -> likely.computeIfAbsent(list, none -> new ArrayList<>())
                                    .addAll(phrases));
                    return new ArrayList<>(2);
                })
                .add(new Span(from, to));
    }

    /** Those of these phrases that may stand here; one with two of its signs comes twice. */
    List<Phrase> likely(List<Phrase> phrases) {
        return likely.getOrDefault(phrases, List.of());
    }

    /** Where any of these terms stands, in order. */
    List<Span> ofAny(List<Term> anyOf) {
        if (anyOf.size() == 1) {
            return of(anyOf.get(0));
        }
        List<Span> spans = new ArrayList<>();
        anyOf.forEach(term -> spans.addAll(of(term)));
        return Span.inOrder(spans);
    }

    private List<Span> of(Term term) {
        List<Span> known = found.get(term);
        if (known == null) {
            PhraseList list = lists.get(term);
            known = list != null ? list.in(this) : List.of();
            found.put(term, known);
        }
        return known;
    }

    @Override
    public String toString() {
        return "Reading[" + words.count() + " words]";
    }
}
