package org.foramen.content.phrases;

import java.util.Set;

/** Tells which doubts the words around a finding cast on it. */
public final class Assertions {

    static final String STOPS = "stops";

    static final String DENIAL_STOPS = "denial-stops";

    static final String OPENERS = "openers";

    static final String CURRENT = "current";

    static final String ANSWERS = "answers";

    static final String REPLIES = "replies";

    private Assertions() {}

    /** The doubts about what stands at {@code finding}; none means that it is said of here and now. */
    public static Set<Doubt> doubts(Span finding, Reading reading) {
        return reading.doubts(finding);
    }
}
