package org.foramen.content.language.assertion;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.foramen.content.language.phrase.Reading;
import org.foramen.content.language.text.Boundary;
import org.foramen.content.language.text.Span;
import org.foramen.content.language.text.Words;

/** Tells which doubts the words around a finding cast on it, as NegEx and ConText do. */
public final class Assertions {

    private Assertions() {}

    /** Words of this list cast this doubt. */
    public record Reason(Doubt doubt, String list, Span words) {}

    /** The doubts about what stands at {@code finding}; none means that it is said of here and now. */
    public static Set<Doubt> doubts(Span finding, Reading reading) {
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        reasons(finding, reading).forEach(reason -> doubts.add(reason.doubt()));
        return doubts;
    }

    /** The words that cast doubts about what stands at {@code finding}. */
    public static List<Reason> reasons(Span finding, Reading reading) {
        Scope scope = new Scope(finding, reading);
        List<Reason> reasons = new ArrayList<>(scope.reasons());
        if (!reasons.isEmpty()) {
            boolean claimed = isClaimed(finding, reading);
            reasons.removeIf(
                    reason -> reason.doubt() != Doubt.DENIED && (claimed || scope.isCurrentDespite(reason.words())));
        }
        int next = reading.words().sentence(finding.from()) + 1;
        reading.findIn(next, Limit.ANSWERS.list()).stream()
                .filter(answer -> isWholeAnswer(answer, reading.words()))
                .forEach(answer -> reasons.add(new Reason(Doubt.DENIED, Limit.ANSWERS.list(), answer)));
        return reasons;
    }

    /** Whether it is told of the present, or timed now; it stands in the way of doubts that no word casts. */
    public static boolean isStated(Span finding, Reading reading) {
        return new Scope(finding, reading).isStated();
    }

    /** Whether it is said later that this is so: "a numb saddle is an emergency, I read, and that is what I have". */
    public static boolean isClaimed(Span finding, Reading reading) {
        return reading.find(Limit.CLAIMS.list()).stream()
                .filter(claim -> claim.from() >= finding.to())
                .anyMatch(claim -> new Scope(claim, reading).reasons().isEmpty());
    }

    /** Whether what came before was a question, and this is all the answer. */
    private static boolean isWholeAnswer(Span answer, Words words) {
        return words.before(answer.from()) == Boundary.QUESTION
                && (answer.to() == words.count() || words.before(answer.to()) != Boundary.NONE);
    }
}
