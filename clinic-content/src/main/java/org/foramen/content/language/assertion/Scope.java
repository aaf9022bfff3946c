package org.foramen.content.language.assertion;

import java.util.ArrayList;
import java.util.List;
import org.foramen.content.language.phrase.Reading;
import org.foramen.content.language.text.Boundary;
import org.foramen.content.language.text.Span;
import org.foramen.content.language.text.Words;

/** The scope of doubting words around a finding: its sentence, up to a stop word or a new thought after a comma. */
final class Scope {

    private static final int FARTHEST = 14;

    /** As in "no fever, chills or any trouble": a longer part after a comma is no item of a list. */
    private static final int LONGEST_LEAD = 3;

    private static final List<Limit> STOPS = List.of(Limit.STOPS);

    private static final List<Limit> DENIAL_STOPS = List.of(Limit.STOPS, Limit.DENIAL_STOPS);

    private final Span finding;

    private final Reading reading;

    private final Words words;

    private final int sentence;

    Scope(Span finding, Reading reading) {
        this.finding = finding;
        this.reading = reading;
        this.words = reading.words();
        this.sentence = words.sentence(finding.from());
    }

    /** The words that cast a doubt and reach the finding. */
    List<Assertions.Reason> reasons() {
        List<Assertions.Reason> reasons = new ArrayList<>();
        for (Doubt doubt : Doubt.values()) {
            List<Limit> stops = doubt == Doubt.DENIED ? DENIAL_STOPS : STOPS;
            for (Place place : Place.values()) {
                String list = place.listOf(doubt);
                for (Span word : reading.findIn(place == Place.NEXT ? sentence + 1 : sentence, list)) {
                    if (covers(word, place, stops) && mayDoubt(doubt, place)) {
                        reasons.add(new Assertions.Reason(doubt, list, word));
                    }
                }
            }
        }
        return reasons;
    }

    /**
     * Whether it is said to be so now, inside the finding or in its own part of the sentence. A time in or before the doubting words is
     * theirs ("yesterday I read that"), unless it lasts ("since yesterday").
     */
    boolean isCurrentDespite(Span doubting) {
        return reading.findIn(sentence, Limit.CURRENT.list()).stream()
                .filter(time -> time.to() > doubting.to()
                        || doubting.from() >= finding.from()
                        || !beginningIn(time.from(), time.to(), Limit.LASTING).isEmpty())
                .anyMatch(time -> time.overlaps(finding) || reachesOn(time, STOPS) || reachesBack(time, STOPS));
    }

    /** Whether it is told in the present, or its sentence says when it is so now. */
    boolean isStated() {
        return isTold(Limit.PRESENT)
                || !reading.findIn(sentence, Limit.CURRENT.list()).isEmpty();
    }

    private boolean covers(Span word, Place place, List<Limit> stops) {
        return switch (place) {
            case BEFORE -> reachesOn(word, stops) && !isJoined(word) && (stops != DENIAL_STOPS || isListed(word));
            case AFTER -> reachesBack(word, stops);
            case AROUND ->
                word.from() > finding.from() && word.to() < finding.to()
                        || reachesOn(word, stops) && !isJoined(word)
                        || reachesBack(word, stops)
                        || word.from() == words.opening(sentence)
                                && isTold(Limit.TALES)
                                && beginningIn(word.to(), finding.from(), Limit.TURNS)
                                        .isEmpty();
            case LATER -> word.from() >= finding.to();
            case OVER -> word.from() <= finding.from() && word.to() >= finding.to();
            case TOLD ->
                reachesOn(word, stops)
                        && isTold(Limit.TALES)
                        && beginningIn(word.to(), finding.to(), Limit.SELF).isEmpty();
            case ASKED ->
                words.before(word.from()) != Boundary.NONE
                        && part(word) == word.to()
                        && words.isQuestion(sentence)
                        && beginningIn(word.to(), words.opening(sentence + 1), Limit.PERSONS)
                                .isEmpty();
            case NEXT ->
                word.from() == words.opening(sentence + 1)
                        && reading.findIn(sentence, Limit.CURRENT.list()).isEmpty();
        };
    }

    /**
     * Whether no comma stands between, or one shortly before the finding, and no verb behind it: what is denied is a list, not a tale
     * ("the arm won't obey, speech is slurred").
     */
    private boolean isListed(Span word) {
        int part = part(word);
        return part == word.to() || finding.from() - part <= LONGEST_LEAD && !isTold(Limit.PRESENT, part);
    }

    /** Where the finding's part of the sentence begins: behind the last comma, or behind this word. */
    private int part(Span word) {
        int part = finding.from();
        while (part > word.to() && words.before(part) != Boundary.CLAUSE) {
            part--;
        }
        return part;
    }

    /**
     * Whether a doubt of this place may reach what is told in this tense. What is said of the present is not taken back behind it,
     * unless it is of another ("I can't pee, how common is that?"), and what ended in the next sentence is told of a past.
     */
    private boolean mayDoubt(Doubt doubt, Place place) {
        return switch (place) {
            case AFTER, LATER -> doubt == Doubt.SOMEONE_ELSE || !isTold(Limit.PRESENT);
            case NEXT ->
                doubt == Doubt.PAST
                        ? isTold(Limit.TALES, words.opening(sentence)) && !isTold(Limit.PRESENT)
                        : !isTold(Limit.PRESENT);
            case BEFORE, AROUND, OVER, TOLD, ASKED -> true;
        };
    }

    /** Whether a verb of this tense stands in the finding or shortly before it. */
    private boolean isTold(Limit tense) {
        return isTold(tense, finding.from() - LONGEST_LEAD);
    }

    /** Whether a verb of this tense stands between there and the finding's end; one that opens a sentence may ask: "is it numb?" */
    private boolean isTold(Limit tense, int from) {
        int opening = words.opening(sentence);
        return beginningIn(Math.max(opening, from), finding.to(), tense).stream()
                .anyMatch(verb -> verb.from() > opening
                        || !reading.find(Place.ASKED.listOf(Doubt.HYPOTHETICAL)).contains(verb));
    }

    /** Whether what follows is a thought of its own: "ten years of pain and now". */
    private boolean isJoined(Span word) {
        return !beginningIn(word.to(), word.to() + 1, Limit.JOINERS).isEmpty();
    }

    private boolean reachesOn(Span word, List<Limit> stops) {
        if (word.from() >= finding.from() || finding.from() - word.to() > FARTHEST) {
            return false;
        }
        boolean opensSentence = words.before(word.from()).endsSentence();
        // the finding's own first word may end the scope: "no fever, can't pee"
        return isClear(word.to(), finding.from() + 1, stops, opensSentence ? word.to() : -1);
    }

    private boolean reachesBack(Span word, List<Limit> stops) {
        return word.from() >= finding.to()
                && word.from() - finding.to() <= FARTHEST
                && isClear(finding.to(), word.from(), stops, -1);
    }

    /**
     * Whether neither a stop word nor a new thought after a comma begins there.
     * @param allowed where a comma is no new thought: right after words that open the sentence
     */
    private boolean isClear(int from, int to, List<Limit> stops, int allowed) {
        return stops.stream().allMatch(stop -> beginningIn(from, to, stop).isEmpty())
                && beginningIn(from, to, Limit.OPENERS).stream()
                        .noneMatch(
                                opener -> opener.from() != allowed && words.before(opener.from()) == Boundary.CLAUSE);
    }

    private List<Span> beginningIn(int from, int to, Limit limit) {
        return Span.beginningIn(reading.find(limit.list()), from, to);
    }
}
