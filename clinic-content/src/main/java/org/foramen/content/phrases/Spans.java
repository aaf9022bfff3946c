package org.foramen.content.phrases;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/** Spans of one message in order and each once, as numbers: most are looked at and never asked for. */
final class Spans extends AbstractList<Span> implements RandomAccess {

    static final Spans NONE = new Spans(0);

    /** Where each begins and ends, the beginning in the upper half, so that numbers are in order where spans are. */
    private long[] places;

    private int size;

    Spans(int expected) {
        this.places = new long[expected];
    }

    int from(int at) {
        return (int) (places[at] >>> Integer.SIZE);
    }

    int to(int at) {
        return (int) places[at];
    }

    /** Adds a span that belongs at the end or not far from it. */
    void add(int from, int to) {
        long place = (long) from << Integer.SIZE | to;
        int at = size;
        while (at > 0 && places[at - 1] >= place) {
            at--;
        }
        if (at < size && places[at] == place) {
            return;
        }
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size + 2);
        }
        if (at < size) {
            System.arraycopy(places, at, places, at + 1, size - at);
        }
        places[at] = place;
        size++;
    }

    /** The first that begins at a position or behind it. */
    int firstFrom(int position) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (from(middle) < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether there is one at this place of the list, and it begins before a position. */
    boolean beginsBefore(int position, int at) {
        return at < size && from(at) < position;
    }

    /** Whether any begins within these words. */
    boolean beginWithin(int from, int to) {
        return size != 0 && beginsBefore(to, firstFrom(from));
    }

    /** These and those. */
    Spans and(Spans those) {
        if (size == 0 || those.size == 0) {
            return size == 0 ? those : this;
        }
        Spans all = new Spans(size + those.size);
        int mine = 0;
        int other = 0;
        while (mine < size && other < those.size) {
            long place = Math.min(places[mine], those.places[other]);
            mine += places[mine] == place ? 1 : 0;
            other += those.places[other] == place ? 1 : 0;
            all.places[all.size++] = place;
        }
        all.addRest(places, mine, size);
        all.addRest(those.places, other, those.size);
        return all;
    }

    private void addRest(long[] more, int from, int to) {
        System.arraycopy(more, from, places, size, to - from);
        size += to - from;
    }

    /** Those of these that share no word with any of those. */
    Spans without(Spans those) {
        if (those.size == 0) {
            return this;
        }
        Spans kept = new Spans(size);
        int ended = 0;
        for (int at = 0; at < size; at++) {
            while (ended < those.size && those.to(ended) <= from(at)) {
                ended++; // before this and all that follow
            }
            if (!those.overlap(ended, from(at), to(at))) {
                kept.places[kept.size++] = places[at];
            }
        }
        return kept;
    }

    private boolean overlap(int first, int from, int to) {
        for (int at = first; at < size && from(at) < to; at++) {
            if (to(at) > from) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Span get(int at) {
        if (at >= size) {
            throw new IndexOutOfBoundsException(at);
        }
        return new Span(from(at), to(at));
    }

    @Override
    public int size() {
        return size;
    }
}
