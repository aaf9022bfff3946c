package org.foramen.intake.admission;

/** A sign that a robot sent an inquiry. It is passed on to the clinic and decides nothing here. */
enum Suspicion {
    HIDDEN_FIELD("hidden-field"),
    NO_PROOF_OF_WORK("no-proof-of-work"),
    LINKS("links");

    private final String wireName;

    Suspicion(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }
}
