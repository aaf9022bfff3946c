package org.foramen.content.language;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.foramen.content.language.text.Boundary;
import org.foramen.content.language.text.Span;
import org.foramen.content.language.text.Words;

/** Tells which doubts the words around a finding cast on it, as NegEx and ConText do. */
public final class Assertions {

    static final String STOPS = "stops";

    static final String DENIAL_STOPS = "denial-stops";

    static final String OPENERS = "openers";

    static final String CURRENT = "current";

    static final String JOINERS = "joiners";

    static final String ANSWERS = "answers";

    static final String REPLIES = "replies";

    private Assertions() {}

    /** Words of this list cast this doubt. */
    record Reason(Doubt doubt, String list, Span words) {}

    /** The doubts about what stands at {@code finding}; none means that it is said of here and now. */
    public static Set<Doubt> doubts(Span finding, Reading reading) {
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        reasons(finding, reading).forEach(reason -> doubts.add(reason.doubt()));
        return doubts;
    }

    /** The words that cast doubts about what stands at {@code finding}. */
    static List<Reason> reasons(Span finding, Reading reading) {
        Scope scope = new Scope(finding, reading);
        List<Reason> reasons = new ArrayList<>(scope.reasons());
        if (!reasons.isEmpty() && scope.meets(CURRENT)) {
            reasons.removeIf(reason -> reason.doubt() != Doubt.DENIED);
        }
        int next = reading.words().sentence(finding.from()) + 1;
        reading.findIn(next, ANSWERS).stream()
                .filter(answer -> isWholeAnswer(answer, reading.words()))
                .forEach(answer -> reasons.add(new Reason(Doubt.DENIED, ANSWERS, answer)));
        reading.findIn(next, REPLIES).stream()
                .filter(reply -> reply.from() == reading.words().opening(next))
                .forEach(reply -> reasons.add(new Reason(Doubt.DENIED, REPLIES, reply)));
        return reasons;
    }

    /** Whether what came before was a question, and this is all the answer. */
    private static boolean isWholeAnswer(Span answer, Words words) {
        return words.before(answer.from()) == Boundary.QUESTION
                && (answer.to() == words.count() || words.before(answer.to()) != Boundary.NONE);
    }
}
