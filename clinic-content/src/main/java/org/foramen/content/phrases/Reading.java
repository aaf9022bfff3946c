package org.foramen.content.phrases;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** One message as the phrasebook reads it; for one thread, and its text never shows in {@code toString}. */
public final class Reading {

    private final String text;

    private final List<Word> words;

    private final int[] sentences;

    private final List<Integer> beginnings = new ArrayList<>();

    private final Map<Span, Set<Doubt>> doubts = new HashMap<>();

    private final Findings found;

    private final Map<String, Slot> lists;

    private final Map<String, Phrasebook.Entry> entries;

    Reading(
            String text,
            List<Word> words,
            Findings found,
            Map<String, Slot> lists,
            Map<String, Phrasebook.Entry> entries) {
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

    List<Span> spans(List<Slot> slots) {
        List<Span> spans = List.of();
        for (int at = 0; at < slots.size(); at++) { // an iterator for each of thousands would cost more than the rest
            List<Span> more = spans(slots.get(at));
            if (!more.isEmpty()) {
                spans = spans.isEmpty() ? more : merge(spans, more);
            }
        }
        return spans;
    }

    private List<Span> spans(Slot slot) {
        List<Span> known = found.of(slot);
        if (known == null && slot.term() instanceof Term.Named named) {
            known = spans(requireNonNull(entries.get(named.name())), found.begun(slot));
            found.put(slot, known);
        }
        return (known != null) ? known : List.of();
    }

    private List<Span> spans(Phrasebook.Entry entry, List<Phrase> begun) {
        List<Span> found = new ArrayList<>();
        entry.nested().forEach(phrase -> found.addAll(phrase.in(this)));
        begun.forEach(phrase -> found.addAll(phrase.in(this)));
        if (found.isEmpty()) {
            return List.of();
        }
        entry.except().stream()
                .flatMap(phrase -> phrase.in(this).stream())
                .forEach(other -> found.removeIf(other::overlaps));
        return found.stream().sorted().distinct().toList();
    }

    private static List<Span> merge(List<Span> spans, List<Span> more) {
        return Stream.concat(spans.stream(), more.stream()).sorted().distinct().toList();
    }

    @Override
    public String toString() {
        return "Reading[" + words.size() + " words]";
    }
}
