package org.foramen.content.phrases;

/** Which doubting words reach a finding: those of its sentence, up to a stop word or a new thought after a comma. */
final class Reach {

    private static final int FARTHEST = 14;

    private final int from;

    private final int to;

    private final Words words;

    private final Spans stops;

    private final Spans openers;

    private final int opening;

    private final int nextOpening;

    Reach(Span finding, Words words, Spans stops, Spans openers) {
        this.from = finding.from();
        this.to = finding.to();
        this.words = words;
        this.stops = stops;
        this.openers = openers;
        int sentence = words.sentence(from);
        this.opening = words.opening(sentence);
        this.nextOpening = words.opening(sentence + 1);
    }

    /** Whether one of these words, which cast doubt from that place, does so here. */
    boolean covers(Spans doubting, Place place, Spans moreStops) {
        for (int at = doubting.firstFrom(opening); doubting.beginsBefore(nextOpening, at); at++) {
            if (covers(doubting.from(at), doubting.to(at), place, moreStops)) {
                return true;
            }
        }
        return false;
    }

    private boolean covers(int begin, int end, Place place, Spans moreStops) {
        return switch (place) {
            case BEFORE -> reachesOn(begin, end, moreStops);
            case AFTER -> reachesBack(begin, moreStops);
            case AROUND -> reachesOn(begin, end, moreStops) || reachesBack(begin, moreStops);
            case LATER -> begin >= to;
            case OVER -> begin <= from && end >= to;
        };
    }

    /** Whether one of these stands inside the finding or in its own part of the sentence. */
    boolean meets(Spans others) {
        for (int at = others.firstFrom(opening); others.beginsBefore(nextOpening, at); at++) {
            boolean overlaps = others.from(at) < to && from < others.to(at);
            if (overlaps || covers(others.from(at), others.to(at), Place.AROUND, Spans.NONE)) {
                return true;
            }
        }
        return false;
    }

    private boolean reachesOn(int begin, int end, Spans moreStops) {
        if (end > from || from - end > FARTHEST) {
            return false;
        }
        boolean opensSentence = words.before(begin).endsSentence();
        // the finding's own first word may end the reach: "no fever, can't pee"
        return isClear(end, from + 1, moreStops) && !turns(end, from + 1, opensSentence ? end : -1);
    }

    private boolean reachesBack(int begin, Spans moreStops) {
        return begin >= to && begin - to <= FARTHEST && isClear(to, begin, moreStops) && !turns(to, begin, -1);
    }

    private boolean isClear(int first, int last, Spans moreStops) {
        return !stops.beginWithin(first, last) && !moreStops.beginWithin(first, last);
    }

    /** Whether a comma begins a new thought in between; the one right after words that open the sentence does not. */
    private boolean turns(int first, int last, int allowed) {
        for (int at = openers.firstFrom(first); openers.beginsBefore(last, at); at++) {
            int opener = openers.from(at);
            if (opener != allowed && words.before(opener) == Boundary.CLAUSE) {
                return true;
            }
        }
        return false;
    }
}
