package org.foramen.content.phrases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The words from one position up to, not including, another. */
public record Span(int from, int to) implements Comparable<Span> {

    boolean overlaps(Span other) {
        return from < other.to && other.from < to;
    }

    /** Whether this span covers all of a shorter one. */
    public boolean swallows(Span other) {
        return from <= other.from && other.to <= to && length() > other.length();
    }

    /** Where in these spans, which are in order, those begin that begin at a position or after it. */
    static int firstFrom(int position, List<Span> sorted) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (sorted.get(middle).from() < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Both together, in order and each once; what is given must be so too. */
    static List<Span> union(List<Span> these, List<Span> those) {
        if (these.isEmpty() || those.isEmpty()) {
            return these.isEmpty() ? those : these;
        }
        List<Span> union = new ArrayList<>(these);
        for (Span span : those) {
            int at = Collections.binarySearch(union, span);
            if (at < 0) {
                union.add(-at - 1, span);
            }
        }
        return union;
    }

    int length() {
        return to - from;
    }

    @Override
    public int compareTo(Span other) {
        return from != other.from ? Integer.compare(from, other.from) : Integer.compare(to, other.to);
    }
}
