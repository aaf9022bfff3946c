package org.foramen.content.phrases;

import java.util.List;
import java.util.function.Predicate;

/** How far a doubting word reaches: to the end of its sentence, a stop word, or a new thought after a comma. */
final class Reach {

    private static final int FARTHEST = 14;

    private final Span finding;

    private final Reading reading;

    private final int sentence;

    Reach(Span finding, Reading reading) {
        this.finding = finding;
        this.reading = reading;
        this.sentence = reading.sentence(finding.from());
    }

    boolean covers(Doubt doubt) {
        Predicate<Span> clear = between -> !reading.has(Assertions.STOPS, between)
                && (doubt != Doubt.DENIED || !reading.has(Assertions.DENIAL_STOPS, between));
        return any(doubt, Place.BEFORE, word -> reachesOn(word, clear))
                || any(doubt, Place.AFTER, word -> reachesBack(word, clear))
                || any(doubt, Place.AROUND, word -> reachesOn(word, clear) || reachesBack(word, clear))
                || any(doubt, Place.LATER, word -> word.from() >= finding.to())
                || any(doubt, Place.OVER, word -> word.from() <= finding.from() && word.to() >= finding.to());
    }

    /** Whether one of these stands inside the finding or in its own part of the sentence. */
    boolean meets(String list) {
        Predicate<Span> clear = between -> !reading.has(Assertions.STOPS, between);
        return any(list, word -> word.overlaps(finding) || reachesOn(word, clear) || reachesBack(word, clear));
    }

    /** Whether the finding was a question and the next sentence is only a no. */
    boolean isAnswered() {
        List<Word> words = reading.words();
        return reading.findIn(sentence + 1, Assertions.ANSWERS).stream()
                .filter(answer -> words.get(answer.from()).before() == Boundary.QUESTION)
                .anyMatch(answer ->
                        answer.to() == words.size() || words.get(answer.to()).before() != Boundary.NONE);
    }

    /** Whether the next sentence begins with a refusal. */
    boolean isRefused() {
        return reading.findIn(sentence + 1, Assertions.REPLIES).stream()
                .anyMatch(reply -> reading.words().get(reply.from()).before().endsSentence());
    }

    private boolean any(Doubt doubt, Place place, Predicate<Span> reaches) {
        return any(place.listOf(doubt), reaches);
    }

    private boolean any(String list, Predicate<Span> reaches) {
        for (Span word : reading.findIn(sentence, list)) {
            if (reaches.test(word)) {
                return true;
            }
        }
        return false;
    }

    private boolean reachesOn(Span word, Predicate<Span> clear) {
        if (word.to() > finding.from() || finding.from() - word.to() > FARTHEST) {
            return false;
        }
        // the finding's own first word may end the reach: "no fever, can't pee"
        boolean opensSentence = reading.words().get(word.from()).before().endsSentence();
        Span between = new Span(word.to(), finding.from() + 1);
        return clear.test(between) && !turns(between, opensSentence ? word.to() : -1);
    }

    private boolean reachesBack(Span word, Predicate<Span> clear) {
        Span between = new Span(finding.to(), word.from());
        return between.length() >= 0 && between.length() <= FARTHEST && clear.test(between) && !turns(between, -1);
    }

    /** Whether a comma begins a new thought in between; the one right after words that open the sentence does not. */
    private boolean turns(Span between, int allowed) {
        return any(
                Assertions.OPENERS,
                opener -> opener.from() >= between.from()
                        && opener.from() < between.to()
                        && opener.from() != allowed
                        && reading.words().get(opener.from()).before() == Boundary.CLAUSE);
    }
}
