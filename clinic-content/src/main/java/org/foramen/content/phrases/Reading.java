package org.foramen.content.phrases;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.foramen.content.phrases.Phrasebook.Entry;

/** One message as the phrasebook reads it; for one thread, and its text never shows in {@code toString}. */
public final class Reading {

    private final String text;

    private final List<Word> words;

    private final int[] sentences;

    private final List<Integer> beginnings = new ArrayList<>();

    private final Map<Span, Set<Doubt>> doubts = new HashMap<>();

    private final Findings found;

    private final Map<String, Integer> lists;

    private final List<Entry> entries;

    Reading(String text, List<Word> words, Findings found, Map<String, Integer> lists, List<Entry> entries) {
        this.text = text;
        this.words = words;
        this.found = found;
        this.lists = lists;
        this.entries = entries;
        this.sentences = new int[words.size()];
        for (int at = 0; at < words.size(); at++) {
            if (at == 0 || words.get(at).before().endsSentence()) {
                beginnings.add(at);
            }
            sentences[at] = beginnings.size() - 1;
        }
    }

    /** Where a phrase of this list stands, in the order of the message. */
    public List<Span> find(String list) {
        return spans(requireNonNull(lists.get(list)));
    }

    /** Whether the message has no words at all. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** The visitor's own words of this span; personal, so never for a log. */
    public String quote(Span span) {
        return text.substring(
                words.get(span.from()).start(), words.get(span.to() - 1).end());
    }

    List<Word> words() {
        return words;
    }

    /** Where a phrase of this list begins in a sentence, in order. */
    List<Span> findIn(int sentence, String list) {
        List<Span> all = find(list);
        if (all.isEmpty() || sentence >= beginnings.size()) {
            return List.of();
        }
        int from = Span.firstFrom(beginnings.get(sentence), all);
        boolean isLast = sentence + 1 == beginnings.size();
        return all.subList(from, isLast ? all.size() : Span.firstFrom(beginnings.get(sentence + 1), all));
    }

    /** Whether a phrase of this list begins within these words. */
    boolean has(String list, Span within) {
        List<Span> all = find(list);
        int first = Span.firstFrom(within.from(), all);
        return first < all.size() && all.get(first).from() < within.to();
    }

    /** The doubts about what stands there; worked out once, however many ask. */
    Set<Doubt> doubts(Span span, Function<Span, Set<Doubt>> work) {
        return doubts.computeIfAbsent(span, work);
    }

    boolean inOneSentence(Span first, Span second) {
        return sentence(first.from()) == sentence(second.from());
    }

    int sentence(int at) {
        return sentences.length == 0 ? 0 : sentences[Math.min(at, sentences.length - 1)];
    }

    /** Where any of these terms stands, in order. */
    List<Span> spans(int[] terms) {
        List<Span> spans = List.of();
        for (int term : terms) {
            spans = Span.union(spans, spans(term));
        }
        return spans;
    }

    private List<Span> spans(int term) {
        List<Span> known = found.of(term);
        if (known != null) {
            return known;
        }
        if (term >= entries.size()) {
            return List.of();
        }
        List<Span> spans = spans(entries.get(term), term);
        found.put(term, spans);
        return spans;
    }

    private List<Span> spans(Entry entry, int list) {
        for (int first : entry.first()) {
            spans(first); // what is found of it begins phrases of this list
        }
        List<Span> spans = all(found.begun(list));
        if (spans.isEmpty() || entry.except().isEmpty()) {
            return spans;
        }
        List<Span> others = all(entry.except());
        return spans.stream()
                .filter(span -> others.stream().noneMatch(span::overlaps))
                .toList();
    }

    private List<Span> all(List<Phrase> phrases) {
        List<Span> spans = List.of();
        for (Phrase phrase : phrases) {
            spans = Span.union(spans, phrase.in(this));
        }
        return spans;
    }

    @Override
    public String toString() {
        return "Reading[" + words.size() + " words]";
    }
}
