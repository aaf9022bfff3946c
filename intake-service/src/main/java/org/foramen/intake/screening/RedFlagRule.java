package org.foramen.intake.screening;

import java.util.List;

/** One emergency and the signs that raise it together; a sign may be {@code one|or another}. */
record RedFlagRule(String id, String what, Guidance guidance, List<String> when) {

    RedFlagRule {
        when = List.copyOf(when);
    }
}
