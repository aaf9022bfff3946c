package org.foramen.contract;

import java.util.stream.Stream;
import org.foramen.contract.name.WireName;
import org.jspecify.annotations.Nullable;

/** How soon a person needs somebody, the mildest first. */
public enum Level implements WireName {
    USUAL,
    CALL_TODAY,
    EMERGENCY,
    CRISIS;

    /** Whether somebody must call at once, whatever the hour. */
    public boolean isEmergency() {
        return this == EMERGENCY || this == CRISIS;
    }

    public static Stream<Level> emergencies() {
        return Stream.of(values()).filter(Level::isEmergency);
    }

    /** Whether somebody is asked to answer: what looks like a robot's or business mail is answered only where it may be urgent. */
    public boolean answered(boolean suspected) {
        return !suspected || this != USUAL;
    }

    /** The level of that name; one that is not known here, or none, is taken for an emergency. */
    public static Level named(@Nullable String name) {
        return WireName.find(values(), name).orElse(EMERGENCY);
    }
}
