package org.foramen.content.language;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why words in a message may not be said of the writer's present: the "assertion status" of NegEx and ConText. */
public enum Doubt {
    @JsonProperty("denied")
    DENIED,
    @JsonProperty("past")
    PAST,
    @JsonProperty("hypothetical")
    HYPOTHETICAL,
    @JsonProperty("someone-else")
    SOMEONE_ELSE
}
