package org.foramen.notifier.cases;

import org.foramen.contract.name.WireName;

/** How far a person to answer is. */
public enum CaseState implements WireName {
    /** Nobody has it. */
    NEW,
    /** Somebody said that they answer. */
    TAKEN,
    /** Nobody was reached so far, or a word was left. */
    TRIED,
    /** The person was answered. */
    REACHED,
    /** Nothing is to be done any more, for the reason that stands there. */
    CLOSED;

    /** True when nobody has to look at it any more. */
    public boolean done() {
        return this == REACHED || this == CLOSED;
    }
}
