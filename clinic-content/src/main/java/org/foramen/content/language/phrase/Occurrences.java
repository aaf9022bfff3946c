package org.foramen.content.language.phrase;

import java.util.ArrayList;
import java.util.List;
import org.foramen.content.language.text.Span;
import org.foramen.content.language.text.Words;
import org.jspecify.annotations.Nullable;

/** Where each term stands in one text: words are noted in one pass, lists and groups are looked for when they are asked for. */
public final class Occurrences {

    private final Words words;

    private final Terms terms;

    private final @Nullable List<Span>[] byTerm;

    @SuppressWarnings("unchecked") // an array of lists of unknown things, which hold spans only
    Occurrences(Words words, Terms terms) {
        this.words = words;
        this.terms = terms;
        this.byTerm = (List<Span>[]) new List<?>[terms.all().size()];
    }

    public Words words() {
        return words;
    }

    /** Where a term stands, in order. */
    List<Span> of(int term) {
        List<Span> known = byTerm[term];
        if (known == null) {
            PhraseList list = terms.list(term);
            known = (list != null) ? list.in(this) : List.of();
            byTerm[term] = known;
        }
        return known;
    }

    /** Where any of these terms stands, in order. */
    List<Span> ofAny(int[] anyOf) {
        if (anyOf.length == 1) {
            return of(anyOf[0]);
        }
        List<Span> spans = new ArrayList<>();
        for (int term : anyOf) {
            spans.addAll(of(term));
        }
        return Span.inOrder(spans);
    }

    /** Whether any of these terms may stand somewhere, as far as is known without looking for a list. */
    boolean mayHave(int[] anyOf) {
        for (int term : anyOf) {
            List<Span> known = byTerm[term];
            if ((known != null) ? !known.isEmpty() : terms.list(term) != null) {
                return true;
            }
        }
        return false;
    }

    void add(int term, int from, int to) {
        List<Span> spans = byTerm[term];
        if (spans == null) {
            spans = new ArrayList<>(2);
            byTerm[term] = spans;
        }
        spans.add(new Span(from, to));
    }
}
