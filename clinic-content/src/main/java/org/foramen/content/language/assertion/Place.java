package org.foramen.content.language.assertion;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** Where the words of a doubt stand, seen from what they doubt. */
@EnumNaming(EnumNamingStrategies.LowerCaseStrategy.class)
enum Place {
    /** Up to a stop word. */
    BEFORE,
    /** Up to a stop word. */
    AFTER,
    /** On either side, up to a stop word. */
    AROUND,
    /** Later in the same sentence, in spite of stop words. */
    LATER,
    /** As part of a longer phrase. */
    OVER,
    /** Up to a stop word and not of the writer, before what is told in a past tense. */
    TOLD,
    /** At the opening of a question about nobody, in spite of stop words. */
    ASKED,
    /** At the opening of the next sentence. */
    NEXT;

    /** The name of the list of words that cast this doubt from here. */
    String listOf(Doubt doubt) {
        return doubt + " " + this;
    }
}
