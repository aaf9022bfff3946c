package org.foramen.content.phrases;

import java.util.List;
import java.util.function.Predicate;

/** How far a doubting word reaches: to the end of its sentence, a stop word, or a new thought after a comma. */
final class Reach {

    private static final int FARTHEST = 14;

    private final Span finding;

    private final Reading reading;

    Reach(Span finding, Reading reading) {
        this.finding = finding;
        this.reading = reading;
    }

    boolean covers(Doubt doubt) {
        Predicate<Span> clear = between -> !crosses(between, Assertions.STOPS)
                && (doubt != Doubt.DENIED || !crosses(between, Assertions.DENIAL_STOPS));
        return any(doubt, Place.BEFORE, word -> reachesOn(word, clear))
                || any(doubt, Place.AFTER, word -> reachesBack(word, clear))
                || any(doubt, Place.AROUND, word -> reachesOn(word, clear) || reachesBack(word, clear))
                || any(doubt, Place.LATER, word -> word.from() >= finding.to())
                || any(doubt, Place.OVER, word -> word.from() <= finding.from() && word.to() >= finding.to());
    }

    /** Whether one of these stands inside the finding or in its own part of the sentence. */
    boolean meets(String list) {
        Predicate<Span> clear = between -> !crosses(between, Assertions.STOPS);
        return reading.find(list).stream()
                .filter(word -> reading.inOneSentence(word, finding))
                .anyMatch(word -> word.overlaps(finding) || reachesOn(word, clear) || reachesBack(word, clear));
    }

    /** Whether the finding was a question and the next sentence is only a no. */
    boolean isAnswered() {
        List<Word> words = reading.words();
        return reading.find(Assertions.ANSWERS).stream()
                .filter(answer -> words.get(answer.from()).before() == Boundary.QUESTION)
                .filter(answer ->
                        answer.to() == words.size() || words.get(answer.to()).before() != Boundary.NONE)
                .anyMatch(answer -> reading.sentence(answer.from()) == reading.sentence(finding.from()) + 1);
    }

    /** Whether the next sentence begins with a refusal. */
    boolean isRefused() {
        return reading.find(Assertions.REPLIES).stream()
                .filter(reply -> reading.words().get(reply.from()).before().endsSentence())
                .anyMatch(reply -> reading.sentence(reply.from()) == reading.sentence(finding.from()) + 1);
    }

    private boolean any(Doubt doubt, Place place, Predicate<Span> reaches) {
        return reading.find(place.listOf(doubt)).stream()
                .filter(word -> reading.inOneSentence(word, finding))
                .anyMatch(reaches);
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

    /** Whether a word of the list begins in between. */
    private boolean crosses(Span between, String list) {
        return reading.find(list).stream()
                .anyMatch(stop -> stop.from() >= between.from() && stop.from() < between.to());
    }

    /** Whether a comma begins a new thought in between; the one right after words that open the sentence does not. */
    private boolean turns(Span between, int allowed) {
        return reading.find(Assertions.OPENERS).stream()
                .mapToInt(Span::from)
                .filter(opener -> opener >= between.from() && opener < between.to() && opener != allowed)
                .anyMatch(opener -> reading.words().get(opener).before() == Boundary.CLAUSE);
    }
}
