package org.foramen.content.language.text;

import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/** The words from one position up to, not including, another. */
public record Span(int from, int to) implements Comparable<Span> {

    /** Whether this span covers all of a shorter one. */
    public boolean swallows(Span other) {
        return from <= other.from && other.to <= to && length() > other.length();
    }

    /** Whether both share a word. */
    public boolean overlaps(Span other) {
        return from < other.to && other.from < to;
    }

    /** Each of these once and in order. */
    public static List<Span> inOrder(List<Span> spans) {
        return spans.size() < 2 ? spans : List.copyOf(new TreeSet<>(spans));
    }

    /** Of spans in order, those that begin at a position or behind it, and before another. */
    public static List<Span> beginningIn(List<Span> ordered, int from, int to) {
        int found = Collections.binarySearch(ordered, new Span(from, 0));
        int first = found < 0 ? -found - 1 : found;
        int end = first;
        while (end < ordered.size() && ordered.get(end).from < to) {
            end++;
        }
        return ordered.subList(first, end);
    }

    private int length() {
        return to - from;
    }

    @Override
    public int compareTo(Span other) {
        return from != other.from ? Integer.compare(from, other.from) : Integer.compare(to, other.to);
    }
}
