package org.foramen.content.phrases;

/** The words from one position up to, not including, another. */
public record Span(int from, int to) implements Comparable<Span> {

    /** Whether this span covers all of a shorter one. */
    public boolean swallows(Span other) {
        return from <= other.from && other.to <= to && length() > other.length();
    }

    private int length() {
        return to - from;
    }

    @Override
    public int compareTo(Span other) {
        return from != other.from ? Integer.compare(from, other.from) : Integer.compare(to, other.to);
    }
}
