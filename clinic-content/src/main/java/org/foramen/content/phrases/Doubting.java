package org.foramen.content.phrases;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** All words of one message that cast doubts, found once for all that may be doubted. */
final class Doubting {

    private static final Doubt[] DOUBTS = Doubt.values();

    private static final Place[] PLACES = Place.values();

    private final Words words;

    /** By doubt and place. */
    private final Spans[][] casting = new Spans[DOUBTS.length][PLACES.length];

    private final Spans stops;

    private final Spans denialStops;

    private final Spans openers;

    private final Spans current;

    private final Spans answers;

    private final Spans replies;

    Doubting(Reading reading) {
        this.words = reading.words();
        for (Doubt doubt : DOUBTS) {
            for (Place place : PLACES) {
                casting[doubt.ordinal()][place.ordinal()] = reading.spans(place.listOf(doubt));
            }
        }
        this.stops = reading.spans(Assertions.STOPS);
        this.denialStops = reading.spans(Assertions.DENIAL_STOPS);
        this.openers = reading.spans(Assertions.OPENERS);
        this.current = reading.spans(Assertions.CURRENT);
        this.answers = reading.spans(Assertions.ANSWERS);
        this.replies = reading.spans(Assertions.REPLIES);
    }

    Set<Doubt> about(Span finding) {
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        Reach reach = new Reach(finding, words, stops, openers);
        for (Doubt doubt : DOUBTS) {
            if (casts(doubt, reach)) {
                doubts.add(doubt);
            }
        }
        if (!doubts.isEmpty() && reach.meets(current)) {
            doubts.retainAll(EnumSet.of(Doubt.DENIED));
        }
        int next = words.sentence(finding.from()) + 1;
        if (isAnswered(next) || isRefused(next)) {
            doubts.add(Doubt.DENIED);
        }
        return Collections.unmodifiableSet(doubts);
    }

    private boolean casts(Doubt doubt, Reach reach) {
        Spans moreStops = doubt == Doubt.DENIED ? denialStops : Spans.NONE;
        for (Place place : PLACES) {
            if (reach.covers(casting[doubt.ordinal()][place.ordinal()], place, moreStops)) {
                return true;
            }
        }
        return false;
    }

    /** Whether what came before this sentence was a question, and the sentence is only a no. */
    private boolean isAnswered(int sentence) {
        int end = words.opening(sentence + 1);
        for (int at = answers.firstFrom(words.opening(sentence)); answers.beginsBefore(end, at); at++) {
            int to = answers.to(at);
            if (words.before(answers.from(at)) == Boundary.QUESTION
                    && (to == words.count() || words.before(to) != Boundary.NONE)) {
                return true;
            }
        }
        return false;
    }

    /** Whether this sentence begins with a refusal. */
    private boolean isRefused(int sentence) {
        int opening = words.opening(sentence);
        return replies.beginsBefore(opening + 1, replies.firstFrom(opening));
    }
}
