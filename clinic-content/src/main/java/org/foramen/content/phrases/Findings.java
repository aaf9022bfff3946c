package org.foramen.content.phrases;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where each term stands in one message, and which phrases may. */
final class Findings {

    private final Keywords keywords;

    private final @Nullable Spans[] byTerm;

    private final @Nullable List<Phrase>[] likely;

    @SuppressWarnings("unchecked") // an array of lists of unknown things, which hold lists of phrases only
    Findings(int terms, Keywords keywords) {
        this.keywords = keywords;
        this.byTerm = new Spans[terms];
        this.likely = (List<Phrase>[]) new List<?>[keywords.groups()];
    }

    /** Null when nobody has looked, or nothing was found. */
    @Nullable Spans of(int term) {
        return byTerm[term];
    }

    /** Whether any of these terms stands anywhere, as far as is known. */
    boolean hasAny(int[] terms) {
        for (int term : terms) {
            Spans spans = byTerm[term];
            if (spans != null && !spans.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The lists that must be put here before it is known which phrases of a group are likely. */
    int[] keyLists(int group) {
        return keywords.lists(group);
    }

    /** The phrases of a group whose keyword is in the message, as far as is known. */
    List<Phrase> likely(int group) {
        List<Phrase> phrases = likely[group];
        return phrases == null ? List.of() : phrases;
    }

    void put(int term, Spans spans) {
        byTerm[term] = spans;
        if (!spans.isEmpty()) {
            keywords.announce(term, this);
        }
    }

    void add(int term, int from, int to) {
        Spans spans = byTerm[term];
        if (spans == null) {
            spans = new Spans(2);
            spans.add(from, to);
            put(term, spans);
        } else {
            spans.add(from, to);
        }
    }

    void addLikely(int group, Phrase phrase) {
        List<Phrase> phrases = likely[group];
        if (phrases == null) {
            phrases = new ArrayList<>(2);
            likely[group] = phrases;
        }
        phrases.add(phrase);
    }
}
