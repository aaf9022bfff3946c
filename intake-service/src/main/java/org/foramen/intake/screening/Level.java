package org.foramen.intake.screening;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How soon a red flag calls for help, and the text that a visitor reads first. */
enum Level {
    @JsonProperty("call-today")
    CALL_TODAY(Guidance.EMERGENCY), // there is no milder text yet, and the graver one errs on the safe side
    @JsonProperty("emergency")
    EMERGENCY(Guidance.EMERGENCY),
    @JsonProperty("crisis")
    CRISIS(Guidance.CRISIS);

    private final Guidance guidance;

    Level(Guidance guidance) {
        this.guidance = guidance;
    }

    Guidance guidance() {
        return guidance;
    }
}
