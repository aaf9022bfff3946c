package org.foramen.content.language;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where the words of a doubt stand, seen from what they doubt. */
enum Place {
    /** Up to a stop word. */
    @JsonProperty("before")
    BEFORE,
    /** Up to a stop word. */
    @JsonProperty("after")
    AFTER,
    /** On either side, up to a stop word. */
    @JsonProperty("around")
    AROUND,
    /** Later in the same sentence, in spite of stop words. */
    @JsonProperty("later")
    LATER,
    /** As part of a longer phrase. */
    @JsonProperty("over")
    OVER,
    /** Up to a stop word and not of the writer, before what is told in a past tense. */
    @JsonProperty("told")
    TOLD,
    /** At the opening of a question about nobody, in spite of stop words. */
    @JsonProperty("asked")
    ASKED,
    /** At the opening of the next sentence. */
    @JsonProperty("next")
    NEXT;

    /** The name of the list of words that cast this doubt from here. */
    String listOf(Doubt doubt) {
        return doubt + " " + this;
    }
}
