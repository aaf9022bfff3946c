package org.foramen.content.language.assertion;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** Why words in a message may not be said of the writer's present: the "assertion status" of NegEx and ConText. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum Doubt {
    DENIED,
    PAST,
    HYPOTHETICAL,
    SOMEONE_ELSE
}
