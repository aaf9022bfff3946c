package org.foramen.content.language.assertion;

import java.util.Locale;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** Words that bound how far a doubt reaches. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
enum Limit {
    /** Words that end the reach of any doubt. */
    STOPS,
    /** Words that end the reach of a denial. */
    DENIAL_STOPS,
    /** Words that begin a new thought after a comma. */
    OPENERS,
    /** Words over which no time reaches that stands right before them. */
    JOINERS,
    /** Words that say "it is so now". */
    CURRENT,
    /** Words before such a time that make it last: "since". */
    LASTING,
    /** Sentences that say it of what was named before them: "that is what I have". */
    CLAIMS,
    /** Verbs of the present. */
    PRESENT,
    /** Verbs of a past. */
    TALES,
    /** Words that turn from a tale to the present. */
    TURNS,
    /** Whoever writes. */
    SELF,
    /** Of whom a question is that is not asked in general. */
    PERSONS,
    /** Words that deny the question before them. */
    ANSWERS;

    /** The name of the list of these words. */
    String list() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
