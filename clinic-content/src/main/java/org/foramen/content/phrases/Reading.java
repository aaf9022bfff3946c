package org.foramen.content.phrases;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One message as the phrasebook reads it; for one thread, and its text never shows in {@code toString}. */
public final class Reading {

    private final Words words;

    private final Findings found;

    private final Map<String, Integer> lists;

    private final Map<Span, Set<Doubt>> doubts = new HashMap<>();

    private @Nullable Doubting doubting;

    Reading(Words words, Findings found, Map<String, Integer> lists) {
        this.words = words;
        this.found = found;
        this.lists = lists;
    }

    /** Where a phrase of this list stands, in the order of the message. */
    public List<Span> find(String list) {
        return spans(list);
    }

    /** Whether the message has no words at all. */
    public boolean isEmpty() {
        return words.count() == 0;
    }

    /** The visitor's own words of this span; personal, so never for a log. */
    public String quote(Span span) {
        return words.quote(span.from(), span.to() - 1);
    }

    Words words() {
        return words;
    }

    Spans spans(String list) {
        return spans(requireNonNull(lists.get(list)).intValue());
    }

    /** The doubts about what stands there; worked out once, however many ask. */
    Set<Doubt> doubts(Span span) {
        Set<Doubt> known = doubts.get(span);
        if (known == null) {
            doubting = (doubting != null) ? doubting : new Doubting(this);
            known = doubting.about(span);
            doubts.put(span, known);
        }
        return known;
    }

    /** Whether any of these words stands anywhere. */
    boolean hasAny(int[] terms) {
        return found.hasAny(terms);
    }

    /** Where any of these terms stands. */
    Spans spans(int[] terms) {
        Spans spans = Spans.NONE;
        for (int term : terms) {
            spans = spans.and(spans(term));
        }
        return spans;
    }

    private Spans spans(int term) {
        Spans known = found.of(term);
        if (known != null) {
            return known;
        }
        if (term >= lists.size()) {
            return Spans.NONE;
        }
        Spans said = likely(2 * term);
        Spans spans = said.isEmpty() ? said : said.without(likely(2 * term + 1));
        found.put(term, spans);
        return spans;
    }

    private Spans likely(int group) {
        for (int list : found.keyLists(group)) {
            spans(list); // what is found of it makes phrases of this group likely
        }
        Spans spans = Spans.NONE;
        for (Phrase phrase : found.likely(group)) {
            spans = spans.and(phrase.in(this));
        }
        return spans;
    }

    @Override
    public String toString() {
        return "Reading[" + words.count() + " words]";
    }
}
