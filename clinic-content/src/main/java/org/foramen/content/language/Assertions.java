package org.foramen.content.language;

import java.util.EnumSet;
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

    /** The doubts about what stands at {@code finding}; none means that it is said of here and now. */
    public static Set<Doubt> doubts(Span finding, Reading reading) {
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        Scope scope = new Scope(finding, reading);
        for (Doubt doubt : Doubt.values()) {
            if (scope.covers(doubt)) {
                doubts.add(doubt);
            }
        }
        if (!doubts.isEmpty() && scope.meets(CURRENT)) {
            doubts.retainAll(EnumSet.of(Doubt.DENIED));
        }
        int next = reading.words().sentence(finding.from()) + 1;
        if (isAnswered(next, reading) || isRefused(next, reading)) {
            doubts.add(Doubt.DENIED);
        }
        return doubts;
    }

    /** Whether what came before this sentence was a question, and the sentence is only a no. */
    private static boolean isAnswered(int sentence, Reading reading) {
        Words words = reading.words();
        return reading.findIn(sentence, ANSWERS).stream()
                .anyMatch(answer -> words.before(answer.from()) == Boundary.QUESTION
                        && (answer.to() == words.count() || words.before(answer.to()) != Boundary.NONE));
    }

    /** Whether this sentence begins with a refusal. */
    private static boolean isRefused(int sentence, Reading reading) {
        int opening = reading.words().opening(sentence);
        return reading.findIn(sentence, REPLIES).stream().anyMatch(reply -> reply.from() == opening);
    }
}
